import DauLanguage
public import DauRules
import Foundation

extension LearnedFiles {
  /// All faults of the channel tables, of the language model and of the weights of the confidence; empty when they are sound.
  ///
  /// Those of the program are checked too where the user's own take their place: they come back when those are removed.
  ///
  /// - Complexity: O(*n*) in bytes: all of a model is held against its checksum.
  public func check() -> [RuleError] {
    var faults: [RuleError] = []
    var checked: Set<URL> = []
    func add(_ fault: RuleError) {
      if !faults.contains(fault) { faults.append(fault) }
    }
    for files in [LearnedFiles(directory: directory)] + (overlay == nil ? [] : [self]) {
      do throws(RuleError) {
        for table in try files.channelTables() where checked.insert(table).inserted {
          ChannelTable.faults(in: table).forEach(add)
        }
      } catch { add(error) }
      do throws(RuleError) {
        let model = try files.languageModel(Restorer.modelName)
        if checked.insert(model).inserted, let fault = Self.fault(ofModel: model) { add(fault) }
      } catch { add(error) }
      let weights = files.inModel(Restorer.confidenceName)
      if checked.insert(weights).inserted {
        do throws(ConfidenceModel.Failure) { _ = try ConfidenceModel(contentsOf: weights) } catch { add(error.fault) }
      }
    }
    unused(modelFiles: [Restorer.confidenceName]).forEach(add)
    return faults
  }

  private static func fault(ofModel url: URL) -> RuleError? {
    do throws(ModelError) {
      try LanguageModel(contentsOf: url).verify()
      return nil
    } catch {
      return RuleError(at: url, what: error.parts.what, remedy: error.parts.remedy)
    }
  }
}
