import Foundation

/// A reading and its truth that do not belong together: they have different numbers of lines.
public struct UnequalLines: Sendable, Equatable, CustomStringConvertible {
  /// The file that the engine wrote.
  public var ocr: String
  /// The file with the text as printed.
  public var truth: String
  /// Lines of the first.
  public var ocrCount: Int
  /// Lines of the second.
  public var truthCount: Int

  init(_ ocr: URL, _ ocrCount: Int, _ truth: URL, _ truthCount: Int) {
    (self.ocr, self.truth) = (ocr.path, truth.path)
    (self.ocrCount, self.truthCount) = (ocrCount, truthCount)
  }

  public var description: String {
    "\(ocr) has \(ocrCount) lines, \(truth) has \(truthCount); line i of one must be line i of the other"
  }
}
