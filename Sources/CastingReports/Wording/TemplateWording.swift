import CastingFiles

// What the sheets of a template say.

extension Wording {
  package func words(_ column: CreatorColumn) -> ColumnWords {
    pick(english: TemplateEnglish.words(column), japanese: TemplateJapanese.words(column))
  }

  package func words(_ column: ProductColumn) -> ColumnWords {
    pick(english: TemplateEnglish.words(column), japanese: TemplateJapanese.words(column))
  }

  package func words(_ column: ResultColumn) -> ColumnWords {
    pick(english: TemplateEnglish.words(column), japanese: TemplateJapanese.words(column))
  }

  /// The name of a sheet.
  package func name(_ sheet: TemplateSheet) -> String {
    pick(english: TemplateEnglish.name(sheet), japanese: TemplateJapanese.name(sheet))
  }

  /// What a value of the brief means; nil for keys that are called after something of the user's own.
  package func meaning(ofKey path: String) -> String? {
    pick(english: TemplateEnglish.keys[path], japanese: TemplateJapanese.keys[path])
  }

  package func title(_ section: BriefKey.Section) -> String {
    pick(english: TemplateEnglish.title(section), japanese: TemplateJapanese.title(section))
  }

  /// Headers of the keys: key, value, what it means.
  package var keyHeaders: [String] {
    pick(english: TemplateEnglish.keyHeaders, japanese: TemplateJapanese.keyHeaders)
  }

  /// Headers of the quotas, and what is said of cells below them.
  package var quotaHeaders: [ColumnWords] {
    pick(english: TemplateEnglish.quotaHeaders, japanese: TemplateJapanese.quotaHeaders)
  }

  /// What is said before the help of a column.
  package func need(isRequired: Bool) -> String {
    pick(
      english: isRequired ? "Required. " : "", japanese: isRequired ? "【必須】" : "")
  }

  /// A word of a closed list as people of the language write it, which castplan reads as well.
  package func listed(_ word: String) -> String {
    pick(english: word, japanese: TemplateJapanese.listed[word] ?? word)
  }

  /// What the first sheet says, a row each: a heading, or a text.
  package func start(_ filling: TemplateFilling, file: String) -> [(isHeading: Bool, text: String)]
  {
    pick(
      english: TemplateEnglish.start(filling, file: file),
      japanese: TemplateJapanese.start(filling, file: file))
  }

  /// The brief of a template that is filled with invented creators and products.
  package var sampleBrief: BriefEntries {
    pick(english: TemplateEnglish.sampleBrief, japanese: TemplateJapanese.sampleBrief)
  }
}
