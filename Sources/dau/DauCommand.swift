import ArgumentParser

@main
struct DauCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dau", abstract: "Restores, reads and archives scanned Vietnamese documents.", subcommands: [TrainCommand.self, DevCommand.self])
}
