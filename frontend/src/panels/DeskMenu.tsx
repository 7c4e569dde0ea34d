import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { hrefOf, useView } from "../state/address";
import { DESKS, type Desk } from "../state/view";
import { useWords } from "../words/useWords";

/** The way to the pages of who keeps the data. */
export function DeskMenu() {
  const { t } = useWords();
  const { view, go } = useView();
  const to = (desk: Desk) => ({ kind: "desk", desk }) as const;
  return (
    <MenuTrigger>
      <Button className="button desk-menu">
        {t("ui.desk")}
        <i className="caret" aria-hidden="true" />
      </Button>
      <Popover className="popover menu" placement="bottom end">
        <Menu>
          {DESKS.map((desk) => (
            <MenuItem
              key={desk}
              href={hrefOf(view, to(desk))}
              onAction={() => go(to(desk))}
              className="menu-item"
            >
              {t(`ui.desk.${desk}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
