{ document.documentElement.dataset.theme = 'x'; }
