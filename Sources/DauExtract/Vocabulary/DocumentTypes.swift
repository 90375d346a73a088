internal import DauRules
internal import DauText

/// The kinds of documents of `document-types.yaml`, by all that they are known by.
struct DocumentTypes {
  let names: PhraseTable<String>
  var ofCode: [String: String] = [:]
  var ofSmallCode: [String: String] = [:]
  var byLetters: [String: String] = [:]

  init(_ types: [DocumentType]) {
    names = PhraseTable(types.flatMap { type in type.forms.map { ($0, type.name) } })
    for type in types {
      for form in type.forms {
        // `văn bản` is what any document is called.
        if form.hasPrefix(type.name) { byLetters[SearchFolding.fold(form).replacing(" ", with: "")] = type.name }
      }
      for code in [type.abbreviation].compactMap(\.self) + type.oldAbbreviations + type.otherAbbreviations {
        // `TT` is a circular of the State before it is one of the Party.
        if type.branch != .party || ofCode[code] == nil {
          ofCode[code] = type.name
          ofSmallCode[lowercased(code)] = type.name
        }
      }
    }
  }
}
