import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { exportUrl } from "../api/client";
import { networkQuery } from "../api/queries";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";

const FORMATS = ["gexf", "graphml", "csv", "json"] as const;

/** The region's network of projects and organisations as a file, for other programs. */
export function NetworkMenu() {
  const { t } = useWords();
  const { view } = useView();
  return (
    <MenuTrigger>
      <Button className="button">
        {t("ui.export.network")}
        <i className="caret" aria-hidden="true" />
      </Button>
      <Popover className="popover menu" placement="bottom end">
        <Menu>
          {FORMATS.map((format) => (
            <MenuItem
              key={format}
              href={exportUrl({ what: "network", format, ...networkQuery(view) })}
              download
              className="menu-item"
            >
              {t(`ui.export.network.${format}`)}
            </MenuItem>
          ))}
          <MenuItem
            href={exportUrl({ what: "pairs", format: "csv", ...networkQuery(view) })}
            download
            className="menu-item"
          >
            {t("ui.export.pairs")}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
