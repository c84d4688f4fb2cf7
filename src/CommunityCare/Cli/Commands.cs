using System.CommandLine;
using CommunityCare.Accounts;
using CommunityCare.Checking;

namespace CommunityCare.Cli;

/// <summary>The verbs of the program. <c>docs/cli.md</c> says the same, and a test compares them.</summary>
public static class Commands
{
    private static readonly string[] AboutTheProgram = ["--help", "-h", "-?", "--version"];

    /// <summary>Without a verb the program serves; a first argument that starts with a hyphen is a setting for it.</summary>
    public static Task<int> RunAsync(string[] args) =>
        args.Length == 0 || (args[0].StartsWith('-') && !AboutTheProgram.Contains(args[0]))
            ? Serve.RunAsync(args)
            : Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    public static RootCommand Root() => new("A community resource directory: kinds of care, and organizations that give it.")
    {
        ServeCommand(),
        SeedCommand(),
        CheckCommand(),
        ExportCommand(),
        BackupCommand(),
        RestoreCommand(),
        CheckSourcesCommand(),
        AdminCommand(),
    };

    private static Command ServeCommand()
    {
        var settings = new Argument<string[]>("settings")
        {
            Description = "Settings of the site and of ASP.NET, as in --urls http://localhost:8080",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("serve", "Serve the site. This is what happens without a verb.") { settings };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, _) => Serve.RunAsync([.. result.GetValue(settings) ?? [], .. result.UnmatchedTokens]));
        return command;
    }

    private static Command SeedCommand()
    {
        var allow = new Option<bool>("--allow-removals")
        {
            Description = "Archive the entries of missing files even if they are more than a tenth of all",
        };
        var command = new Command("seed", "Bring the curated files into the database. Can be repeated, and runs at every start.") { allow };
        command.SetAction((result, stop) => Seed.RunAsync(result.GetValue(allow), Console.Out, stop));
        return command;
    }

    private static Command CheckCommand()
    {
        var fix = new Option<bool>("--fix") { Description = "Rewrite files in canonical form and fill in missing ids" };
        var folder = new Option<string?>("--seed-data") { Description = "The folder of curated files; found from the program if not given" };
        var command = new Command("check", "Read the curated files as an editor would, without a database.") { fix, folder };
        command.SetAction(result => Checker.Run(Check.Folder(result.GetValue(folder)), result.GetValue(fix), Today(), Console.Out));
        return command;
    }

    private static Command ExportCommand()
    {
        var folder = new Option<string>("--markdown")
        {
            Description = "Write curated files: to such a folder, an empty one, or a new one",
            HelpName = "folder",
            Required = true,
        };
        var command = new Command("export", "Write the catalogue to files. What is hidden stays in the database.") { folder };
        command.SetAction((result, stop) => Export.RunAsync(result.GetRequiredValue(folder), Console.Out, stop));
        return command;
    }

    private static Command BackupCommand()
    {
        var file = new Argument<string>("file") { Description = "The file to make" };
        var command = new Command("backup", "Copy the database to one file, and check the copy. The site may go on.") { file };
        command.SetAction((result, stop) => Keep.BackupAsync(result.GetRequiredValue(file), Console.Out, stop));
        return command;
    }

    private static Command RestoreCommand()
    {
        var file = new Argument<string>("file") { Description = "A file that backup made" };
        var command = new Command("restore", "Put a backup in the place of what is there, which is backed up first. The site may go on.") { file };
        command.SetAction((result, stop) => Keep.RestoreAsync(result.GetRequiredValue(file), Console.Out, stop));
        return command;
    }

    private static Command CheckSourcesCommand()
    {
        var command = new Command("check-sources", "Ask the pages that entries name whether they are still there. The site may go on.");
        command.SetAction((_, stop) => CheckSources.RunAsync(Console.Out, stop));
        return command;
    }

    private static Command AdminCommand()
    {
        var email = new Argument<string>("email") { Description = "Whose account it is" };
        var role = new Option<Role>("--role") { Description = "What the account may do", DefaultValueFactory = _ => Role.Admin };
        var create = new Command("create", "Print a link with which somebody makes their account. It works once, for 24 hours.") { email, role };
        create.SetAction((result, stop) => Admin.CreateAsync(result.GetRequiredValue(email), result.GetValue(role), Console.Out, stop));
        var reset = new Command("reset", "Print a link to choose a new password. Using it also turns two-step codes off.") { email };
        reset.SetAction((result, stop) => Admin.ResetAsync(result.GetRequiredValue(email), Console.Out, stop));
        return new("admin", "Let people in: accounts, by links that you hand on. No e-mail is sent.") { create, reset };
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
