import { Store } from './store';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'hearsay.theme';
const stored = localStorage.getItem(KEY);

export const theme = new Store<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');

theme.subscribe(() => {
  const value = theme.get();
  if (value === 'system') {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(KEY, value);
    document.documentElement.dataset['theme'] = value;
  }
});
