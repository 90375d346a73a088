import ArgumentParser

/// What names on the command line must be.
enum Naming {
  /// Refuses an empty name: what a script hands over whose variable is not set. As a path it would be the current folder,
  /// as a part of a text it would stand in every text.
  ///
  /// - Parameters:
  ///   - name: what was given, if anything was.
  ///   - option: how the command line calls it, such as `--archive`.
  /// - Throws: `ValidationError`.
  static func require(_ name: String?, _ option: String) throws {
    if name == "" {
      throw ValidationError("\(option) is empty; give a name, or leave it out (is a variable of a script not set?)")
    }
  }

  /// The same for each of several.
  static func require(_ names: [String], _ option: String) throws {
    for name in names { try require(name, option) }
  }
}
