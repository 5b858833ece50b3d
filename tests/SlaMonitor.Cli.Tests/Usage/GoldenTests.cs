using System.CommandLine;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Tests.Usage;

/// <summary>
/// The help of every command and what is said of wrong command lines, as they are written. Where a change is meant, this writes the files
/// anew: <c>UPDATE_GOLDEN=1 dotnet test --filter GoldenTests</c>.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string[] WrongLines =
    [
        "chek", "--hlp", "check", "check --formt json a.yaml", "check a.yaml --format xml", "check a.yaml --language fr",
        "check a.yaml --at yesterday", "new", "new a b", "new a --from itil", "new ../a", "import zendsk a.json", "import zendesk",
        "explain", "explain --ticket 1 --data data", "explain --ticket 1 --url localhost",
        "explain --ticket 1 --events a --data b --agreement c",
        "explain --ticket 1 --data b --agreement c --format csv", "replay --agreement a --events b --out c --memory 1",
        "replay --agreement a --events b --out c --memory much", "replay --agreement a --events b --out c --format xls",
        "replay --agreement a --out c", "replay --agreement a --events b --out c --language fr",
        "tune --agreement a --events b --attainment 101", "tune --agreement a --events b --attainment most",
        "dead-letters", "dead-letters lst", "dead-letters drop x",
        "dead-letters resend", "backup", "restore a.zip b", "doctor",
        "doctor --azure --data data", "holidays XX --years 2026 --out a.ics",
        "holidays DE --years soon --out a.ics", "templates --out", "completion tcsh",
    ];

    public static TheoryData<string> Commands => [.. Walk(Root(), string.Empty)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfACommand_IsAsItIsWritten(string command)
    {
        var (outcome, text, errors) = CliFolder.Run([.. command.Split(' '), "--help"]);

        Assert.Equal((0, ""), (outcome, errors));
        Assert.StartsWith("Description:\n  ", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Golden.Compare(command.Replace(' ', '-') + ".txt", text);
    }

    [Fact]
    public void Help_OfAll_NamesItselfAndEveryCommand()
    {
        var (outcome, text, _) = CliFolder.Run("--help");

        Assert.Equal(0, outcome);
        Assert.Contains("Usage:\n  sla [command] [options]", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(
            Root().Subcommands.Where(command => !command.Hidden),
            command => Assert.Contains($"\n  {command.Name}", text.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    [Fact]
    public void WrongCommandLines_AreToldOnTheErrorOutput_WithWhatWasMeant()
    {
        var told = WrongLines.Select(line =>
        {
            var (outcome, text, errors) = CliFolder.Run(line.Split(' '));
            Assert.Equal((2, ""), (outcome, text));
            return $"$ sla {line}\n{errors.ReplaceLineEndings("\n")}";
        });

        Golden.Compare("errors.txt", string.Join('\n', told));
    }

    /// <summary>Every command says what it did as JSON too.</summary>
    [Fact]
    public void EveryCommand_HasJson()
    {
        var without = Leaves(Root()).Where(command => !command.Hidden && command.Name != "completion")
            .Where(command => !command.Parents.OfType<Command>().Prepend(command).SelectMany(one => one.Options)
                .Any(option => option.Name == "--json"))
            .Select(command => command.Name);

        Assert.Empty(without);
    }

    /// <summary>No value of an option is taken for granted before it is looked at: a wrong one is a complaint, and never a crash.</summary>
    [Fact]
    public void EveryOption_WithoutItsValue_OrWithAWrongOne_IsUsage()
    {
        var tried = 0;
        foreach (var path in Walk(Root(), string.Empty))
        {
            var command = path.Split(' ').Aggregate(Root(), (parent, name) => parent.Subcommands.Single(sub => sub.Name == name));
            foreach (var option in WrongUsage.Options(command).Where(option => option.Arity.MinimumNumberOfValues > 0))
            {
                Assert.Equal(2, CliFolder.Run([.. path.Split(' '), option.Name]).Outcome);
                if (option.ValueType != typeof(string)) Assert.Equal(2, CliFolder.Run([.. path.Split(' '), option.Name, "!"]).Outcome);
                tried++;
            }
        }

        Assert.True(tried > 30, $"only {tried} options were tried");
    }

    private static Command Root() => SlaCommand.Create(new Surroundings(_ => null, new FakeTimeProvider()));

    private static IEnumerable<string> Walk(Command command, string path) => command.Subcommands.Where(sub => !sub.Hidden)
        .SelectMany(sub => Walk(sub, $"{path} {sub.Name}".Trim()).Prepend($"{path} {sub.Name}".Trim()));

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);
}
