// Runs before anything is drawn, as a script of its own: a chosen theme must not flash in after the other one.
// The policy of the page allows no script inside index.html.
{
  const chosen = localStorage.getItem('hearsay.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}
