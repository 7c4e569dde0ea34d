import { expect, LAPLAND, SIZES, TOGETHER, test, UNIVERSITY, UUSIMAA } from "./page";

const PICTURES = {
  "topics of Lapland": LAPLAND,
  "topics of Pirkanmaa": "?alue=maakunta:06",
  "networks of Lapland": `${LAPLAND}${TOGETHER}&nakyma=kuva`,
  "networks of Uusimaa": `${UUSIMAA}${TOGETHER}&nakyma=kuva`,
  "a university unfolded": `${LAPLAND}&avattu=toimija:${UNIVERSITY}&askelia=2&naytetaan=60`,
  "a network unfolded": `${LAPLAND}&avattu=verkosto:cooperation:maakunta:19:${UNIVERSITY}&naytetaan=60`,
};

// No label lies on another or outside the picture, in any size. The layout
// counts with widths of the font; here the browser measures.
for (const [name, view] of Object.entries(PICTURES))
  for (const [size, viewport] of Object.entries(SIZES))
    test(`labels keep clear of each other: ${name} at ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(view);
      await expect(page.locator(".ring")).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      const { overlaps, outside, labels } = await page.locator(".ring").evaluate((svg: SVGSVGElement) => {
        const boxes = [...svg.querySelectorAll<SVGGElement>(".label")].map((label) => ({
          text: label.textContent ?? "",
          box: label.getBBox(),
        }));
        const { width, height } = svg.viewBox.baseVal;
        const meet = (a: DOMRect, b: DOMRect) =>
          a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
        const overlaps = boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.text} | ${b.text}`] : [])),
        );
        const outside = boxes
          .filter(
            ({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height,
          )
          .map(({ text }) => text);
        return { overlaps, outside, labels: boxes.length };
      });
      expect(labels).toBeGreaterThan(5);
      expect(overlaps).toEqual([]);
      expect(outside).toEqual([]);
    });

test("pointing at a topic shows its ties and fades the rest", async ({ page }) => {
  await page.goto("?alue=maakunta:19");
  await expect(page.locator(".tie.on")).toHaveCount(0);
  await page.locator(".row").first().hover();
  await expect(page.locator(".tie.on").first()).toBeAttached();
  await expect(page.locator(".group.far").first()).toBeAttached();
  await page.mouse.move(0, 0);
  await expect(page.locator(".group.far")).toHaveCount(0);
});

test("opening a topic keeps the whole picture in view", async ({ page }) => {
  await page.goto("?alue=maakunta:19");
  await page.locator(".row").first().click();
  await expect(page.locator(".card h2")).toBeVisible();
  await expect(page.locator(".group.selected")).toHaveCount(1);
  await expect(page.locator(".tie.on").first()).toBeAttached();
  await expect(page.locator(".group.far")).toHaveCount(0);
});

test("the same address gives the same picture", async ({ page }) => {
  const drawing = async () => {
    await page.goto("?alue=maakunta:18");
    await expect(page.locator(".ring")).toBeVisible();
    return page.locator(".ring").innerHTML();
  };
  expect(await drawing()).toBe(await drawing());
});

test("the printed page holds the picture and its source", async ({ page }) => {
  await page.goto("?alue=maakunta:19");
  await expect(page.locator(".ring")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".ring")).toBeVisible();
  await expect(page.locator(".source").first()).toBeVisible();
  await expect(page.getByText("30.6.2019").first()).toBeVisible();
  await expect(page.locator(".topbar")).toBeHidden();
});
