import { afterEach, expect, test, vi } from "vitest";
import { receive, watchDrops } from "./dropped";

afterEach(() => vi.unstubAllGlobals());

function page() {
  const target = new EventTarget();
  vi.stubGlobal("window", target);
  return (type: string, ...names: string[]) => {
    const event = Object.assign(new Event(type, { cancelable: true }), {
      dataTransfer: {
        types: names.length > 0 ? ["Files"] : ["text/plain"],
        files: names.map((n) => ({ name: n })),
      },
    });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
}

test("files wait for the page that takes them, once", () => {
  const fire = page();
  const lead = vi.fn();
  const stop = watchDrops(lead);
  expect(fire("drop", "a.csv")).toBe(true);
  expect(lead).toHaveBeenCalledOnce();
  const got: string[][] = [];
  const leave = receive((files) => got.push(files.map((file) => file.name)));
  expect(got).toEqual([["a.csv"]]);
  expect(fire("drop", "b.csv", "c.csv")).toBe(true);
  expect(got).toEqual([["a.csv"], ["b.csv", "c.csv"]]);
  expect(lead).toHaveBeenCalledOnce();
  leave();
  receive((files) => got.push(files.map((file) => file.name)))();
  expect(got).toHaveLength(2);
  stop();
});

test("what is no file is left to the browser", () => {
  const fire = page();
  const lead = vi.fn();
  const stop = watchDrops(lead);
  expect(fire("dragover")).toBe(false);
  expect(fire("drop")).toBe(false);
  expect(fire("dragover", "a.csv")).toBe(true);
  stop();
  expect(fire("drop", "a.csv")).toBe(false);
  expect(lead).not.toHaveBeenCalled();
});
