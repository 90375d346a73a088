import Foundation

/// A reading and its truth that do not belong together: they have different numbers of lines.
public struct UnequalLines: Sendable, Equatable, CustomStringConvertible {
  public var ocr: String
  public var truth: String
  public var ocrCount: Int
  public var truthCount: Int

  init(_ ocr: URL, _ ocrCount: Int, _ truth: URL, _ truthCount: Int) {
    (self.ocr, self.truth) = (ocr.path, truth.path)
    (self.ocrCount, self.truthCount) = (ocrCount, truthCount)
  }

  public var description: String {
    "\(ocr) has \(ocrCount) lines, \(truth) has \(truthCount); line i of one must be line i of the other"
  }
}
