import { Store } from '../app/store';

/** Counts the changes to what is saved, so that the list of it is asked for again. */
export const savedSearches = new Store(0);
