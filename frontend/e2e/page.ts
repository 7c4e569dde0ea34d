// Every test watches what the page asks for and complains of: nothing leaves
// for another host, and nothing breaks in silence.
import { test as base, expect, type Locator, type Page } from "@playwright/test";

export const test = base.extend<{ watched: undefined; expectedErrors: RegExp[] }>({
  // Complaints that a test causes on purpose.
  expectedErrors: [[], { option: true }],
  watched: [
    async ({ page, baseURL, expectedErrors }, use) => {
      const foreign: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => {
        const { protocol, host } = new URL(request.url());
        if (/^(https?|wss?):/.test(protocol) && host !== new URL(baseURL ?? "").host)
          foreign.push(request.url());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !expectedErrors.some((known) => known.test(message.text())))
          complaints.push(message.text());
      });
      await use(undefined);
      expect(foreign, "requests to other hosts").toEqual([]);
      expect(complaints, "errors in the page").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const LAPLAND = "?alue=maakunta:19";
/** Partners are known for more than 60 % of these regions' projects. */
export const NORTH_OSTROBOTHNIA = "?alue=maakunta:17";
export const UUSIMAA = "?alue=maakunta:01";
export const TOGETHER = "&ryhmittely=yhteistyo";
export const UNIVERSITY = "ytunnus:0292800-5";
export const POLYTECHNIC = "ytunnus:2528792-5";
export const SIZES = {
  wide: { width: 1440, height: 900 },
  office: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
} as const;

/** Presses Tab until the element has the focus, and fails when it never gets it. */
export async function tabTo(page: Page, element: Locator, most = 80) {
  await expect(element).toBeVisible();
  for (let i = 0; i < most; i++) {
    if (await element.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(element).toBeFocused();
}
