/** Which rows are chosen: some, or all that match, those that are not loaded too. */
export type Selection = { ids: ReadonlySet<string>; isAll: boolean };

export const NOTHING_SELECTED: Selection = { ids: new Set(), isAll: false };
export const ALL_SELECTED: Selection = { ids: new Set(), isAll: true };

export const isSelected = ({ ids, isAll }: Selection, id: string): boolean => isAll || ids.has(id);

/** From "all" only this one is left: which others are meant could not be seen. */
export function toggle(selection: Selection, id: string): Selection {
  if (selection.isAll) return { ids: new Set([id]), isAll: false };
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, isAll: false };
}

/** These too. */
export const extend = ({ ids }: Selection, more: readonly string[]): Selection => ({
  ids: new Set([...ids, ...more]),
  isAll: false,
});

export const countSelected = ({ ids, isAll }: Selection, rowCount: number): number =>
  isAll ? rowCount : ids.size;
