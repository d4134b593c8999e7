import type { CurrencyForecast, ForecastResult } from "../../../lib/contract/results/forecast-result";
import { formatDate } from "../../../lib/domain/calendar";
import { filterNotes } from "./filter-notes";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView, signed, type Table, toRows } from "./view";
import { countRows, formatRange, noteOfCut } from "./words";

export const viewForecast = (result: ForecastResult): ResultView => ({
  line: `Forecast your balance for ${formatRange(result.period)} from ${countRows(result.rowCount)}`,
  tables: [...result.forecasts.flatMap(forecastTables), ...evidenceTables(result)],
  notes: [...result.assumptions, ...filterNotes(result.filters)],
});

const forecastTables = (forecast: CurrencyForecast): Table[] => [
  {
    title: `Balance in ${forecast.currency}`,
    columns: ["Day", "If dearer", "Expected", "If cheaper"],
    rows: forecast.points.map(({ date, low, expected, high }) => ({
      key: date,
      cells: [formatDate(date), figure(low), figure(expected), figure(high)],
    })),
  },
  {
    title: `What is known to come in ${forecast.currency}`,
    columns: ["Date", "Name", "Amount"],
    rows: toRows(forecast.events, ({ date, name, amount, isOverdue }) => [
      `${formatDate(date)}${isOverdue ? ", late" : ""}`,
      name,
      signed(amount),
    ]),
    ...noteOfCut(forecast.events.length, forecast.eventCount),
  },
  {
    title: "In short",
    columns: ["Of", "Amount"],
    rows: [
      { key: "start", cells: ["Now", figure(forecast.start)] },
      {
        key: "lowest",
        cells: [`Lowest, on ${formatDate(forecast.lowest.date)}`, figure(forecast.lowest.balance)],
      },
      { key: "end", cells: ["At the end", figure(forecast.end)] },
    ],
  },
];
