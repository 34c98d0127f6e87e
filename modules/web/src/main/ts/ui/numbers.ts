const WHOLE = new Intl.NumberFormat('en-GB');

/** 12,345 */
export function whole(n: number): string {
  return WHOLE.format(n);
}

/** 1 claim, 12 claims. */
export function counted(n: number, singular: string, plural = singular + 's'): string {
  return `${whole(n)} ${n === 1 ? singular : plural}`;
}

/** 0..1 as a score with two digits: a third would claim more than is known. */
export function score(value: number): string {
  return value.toFixed(2);
}

/** A share as percent; below one in a hundred with a digit more. */
export function percent(share: number): string {
  const hundred = share * 100;
  return `${hundred > 0 && hundred < 1 ? hundred.toFixed(1) : Math.round(hundred)}\u00a0%`;
}

/** How many articles or claims a number needs behind it before it is shown without a word of caution. */
export const FEW = 10;
