import ArgumentParser

struct ExitCodesCommand: ParsableCommand {
  static let text = """
      0    all went well; for 'search' and 'records': something was found
      1    some documents failed (each was named), or nothing was found;
           'rules check': there are faults; 'eval': a bar was missed
      2    the command could not do its work; standard error says why
     64    the command line was wrong
    130    interrupted (Ctrl-C); an archive is sound, and the same
           command goes on
    """

  static let configuration = CommandConfiguration(
    commandName: "exit-codes", abstract: "What the exit codes of all commands mean.", discussion: text)

  func run() throws {
    let out = Output()
    try out.line(Self.text)
    try out.finish()
  }
}
