/// Reads what a document says about itself.
struct MetadataReader {
  let stream: TokenStream
  let lines: [Outline.Line]
  let beginsParagraph: [Bool]
  let vocabulary: Vocabulary

  func read() -> DocumentMetadata {
    DocumentMetadata()
  }
}
