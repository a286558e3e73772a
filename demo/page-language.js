/* Before anything is drawn: the language and the theme. Both stand in the address, so that nothing has to be stored. */
{
  const query = new URLSearchParams(location.search);
  const languages = new Map([
    ['en', 'en'],
    ['es', 'es-419'],
    ['pt', 'pt-BR'],
  ]);
  const wanted = [query.get('lang') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  const { lang, dataset } = document.documentElement;
  document.documentElement.lang = languages.get(wanted.find((language) => languages.has(language))) ?? lang;
  dataset.theme = query.get('theme') ?? 'auto';
}
