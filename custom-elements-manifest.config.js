/** What is published, as tools for custom elements read it. `npm run manifest` writes custom-elements.json. */
export default {
  globs: ['src/help-ticket-widget.ts'],
  litelement: true,
  quiet: true,
  plugins: [keepPublicApi(), namePublishedFiles()],
};

/** Private members and a module's own constants are nobody else's business, and `undefined` is no value of an attribute. */
function keepPublicApi() {
  return {
    name: 'keep-public-api',
    moduleLinkPhase({ moduleDoc }) {
      moduleDoc.declarations = moduleDoc.declarations.filter(({ kind }) => kind === 'class');
      for (const { members = [], attributes = [] } of moduleDoc.declarations) {
        for (const { type } of [...members, ...attributes]) {
          if (type) type.text = type.text.replace(/ \| undefined$/, '');
        }
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const declaration of customElementsManifest.modules.flatMap(({ declarations }) => declarations)) {
        declaration.members = declaration.members.filter(
          ({ privacy, inheritedFrom }) => !inheritedFrom && (privacy ?? 'public') === 'public',
        );
        declaration.attributes = declaration.attributes.filter(({ inheritedFrom }) => !inheritedFrom);
      }
    },
  };
}

/** The analyzer reads src; a site imports the class from one built file and the definition from another. */
function namePublishedFiles() {
  return {
    name: 'name-published-files',
    packageLinkPhase({ customElementsManifest }) {
      const [{ kind, declarations }] = customElementsManifest.modules;
      const [{ name, tagName }] = declarations;
      const declaration = { name, module: 'dist/index.js' };
      customElementsManifest.modules = [
        { kind, path: 'dist/index.js', declarations, exports: [{ kind: 'js', name, declaration }] },
        {
          kind,
          path: 'dist/define.js',
          declarations: [],
          exports: [{ kind: 'custom-element-definition', name: tagName, declaration }],
        },
      ];
    },
  };
}
