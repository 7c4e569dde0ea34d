import { Column as AriaColumn, Cell, Row, Table, TableBody, TableHeader } from "react-aria-components";
import { useView } from "../state/address";
import { useWords } from "../words/useWords";
import type { Column } from "./columns";

interface DataTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  /** Id of the row whose card is open. */
  readonly open: string;
  readonly onOpen: (id: string) => void;
  readonly empty: string;
}

/** A table that sorts by its header and opens a card by its rows. */
export function DataTable<T extends { id: string }>({
  label,
  columns,
  rows,
  open,
  onOpen,
  empty,
}: DataTableProps<T>) {
  const { t } = useWords();
  const { view, go } = useView();
  return (
    <Table
      aria-label={label}
      className="table"
      sortDescriptor={{ column: view.sort.by, direction: view.sort.descending ? "descending" : "ascending" }}
      onSortChange={({ column, direction }) =>
        go({ kind: "sort", by: String(column), descending: direction === "descending" })
      }
      onRowAction={(key) => onOpen(String(key))}
    >
      <TableHeader>
        {columns.map((column, i) => (
          <AriaColumn
            key={column.id}
            id={column.id}
            allowsSorting
            isRowHeader={i === 0}
            className={column.number ? "number" : ""}
          >
            {({ sortDirection }) => (
              <span className="column-title">
                {t(column.title)}
                <i className={`sort ${sortDirection ?? ""}`} aria-hidden="true" />
              </span>
            )}
          </AriaColumn>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => empty} dependencies={[columns, open]}>
        {rows.map((row) => (
          <Row key={row.id} id={row.id} className={row.id === open ? "on" : ""}>
            {columns.map((column) => (
              <Cell key={column.id} className={column.number ? "number" : ""}>
                {column.cell(row)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
