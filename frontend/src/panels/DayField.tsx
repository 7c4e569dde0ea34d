import { type CalendarDate, parseDate } from "@internationalized/date";
import { DateField, DateInput, DateSegment, Label } from "react-aria-components";

interface DayFieldProps {
  readonly label: string;
  /** 2026-06-30, empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, written as the reader's language writes days, whatever the browser speaks. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <DateField<CalendarDate>
      className="dayfield"
      value={value ? parseDate(value) : null}
      onChange={(day) => onChange(day?.toString() ?? "")}
    >
      <Label>{label}</Label>
      <DateInput className="dateinput">
        {(segment) => <DateSegment segment={segment} className="datesegment" />}
      </DateInput>
    </DateField>
  );
}
