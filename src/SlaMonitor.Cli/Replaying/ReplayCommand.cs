using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Histories;
using SlaMonitor.Cli.Replaying.Against;
using SlaMonitor.Cli.Replaying.Mails;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.Cli.Running;

namespace SlaMonitor.Cli.Replaying;

/// <summary><c>sla replay</c>: what an agreement would have made of a history of events.</summary>
internal static class ReplayCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var agreement = AgreementOption.Create();
        var history = new HistoryOptions(isRequired: true);
        var to = new Option<string>("--out") { HelpName = "DIR", Description = "Where the results go.", Required = true };
        var at = InstantOption.Create("--at", "As of which moment. Without it, as of the last event.");
        var memory = MemoryOption.Create();
        var against = new Option<string[]>("--against")
        {
            HelpName = "FILE|FOLDER",
            Description = "Other agreement files, or folders of them: what would be kept and broken under these instead, and why.",
            AllowMultipleArgumentsPerToken = true,
        };
        var language = LanguageOption.Create("The language of the page that compares.");
        var noMails = new Option<bool>("--no-mails")
        {
            Description = "Does not work out who would have been told; the rest comes sooner.",
        };
        var json = JsonOption.Create();

        var command = new Command("replay", "Lives through a history of events: what would have been kept, and what it would cost.")
        {
            agreement, history.Events, history.Format, history.Mapping, to, at, memory, against, language, noMails, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (mine, others) = (parsed.GetValue(agreement)!, parsed.GetValue(against) ?? []);
            if (AgreementOption.Load(mine, error) is not { } book) return ExitCode.WrongInput;

            var other = others.Length == 0 ? null : AgreementOption.Load(others, error);
            if (others.Length > 0 && other is null) return ExitCode.WrongInput;

            var (myName, otherName) = TermsName.Of(mine, others);
            var order = new ReplayOrder
            {
                Terms = new ReplayedTerms(myName, book),
                Against = other is null ? null : new ReplayedTerms(otherName, other),
                History = history.Of(parsed)!,
                To = parsed.GetValue(to)!,
                At = parsed.GetValue(at),
                Memory = parsed.GetValue(memory),
                Listens = !parsed.GetValue(noMails),
                Language = parsed.GetValue(language)!,
                Json = parsed.GetValue(json),
            };
            try
            {
                return Run(order, output, error, surroundings);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{order.History.Name}: error: the replay cannot be done: {e.Message}");
                return ExitCode.WrongInput;
            }
        });
        return command;
    }

    private static int Run(ReplayOrder order, TextWriter output, TextWriter error, Surroundings surroundings)
    {
        var now = Instant.FromDateTimeOffset(surroundings.Time.GetUtcNow());
        var to = order.To;
        Directory.CreateDirectory(to);

        // Beside the results: where these find room, the parts do, while a temporary folder may be memory.
        var folder = Directory.CreateDirectory(Path.Combine(to, ".replay")).FullName;
        try
        {
            if (new HistoryConversion(order.History, now).Run(folder, error) is not { } history) return ExitCode.WrongInput;

            var size = new FileInfo(history.Path).Length;
            var parts = MemoryOption.PartsOf(size, order.Memory);
            var replay = ReplayProgress.Show(Terminal.For(output, surroundings), size, parts, progress =>
            {
                var split = EventSplitter.Split(history.Path, parts, folder, now, progress.HasRead);
                var replayed = new Replay(order.Terms, order.Against, new FixedClock(now), split, order.At ?? split.Last ?? now);
                using var clocks = Csv(Path.Combine(to, ReplayResults.Clocks), ClockCsv.Header);
                using var mails = order.Listens ? Csv(Path.Combine(to, ReplayResults.Mails), MailCsv.Header) : null;
                using var changes = order.Against is null ? null : Csv(Path.Combine(to, ReplayResults.Changes), ChangeCsv.Header);
                replayed.Run(clocks, mails, changes, progress.HasDonePart);
                return replayed;
            });
            history.Report?.Tell(order.History.Name, error);
            replay.Wrong.Tell(history.Path, error);
            var results = new ReplayResults(replay, history.Report, to);
            results.Write(order.Language);
            results.Show(order.Json, output, surroundings);
            return replay.Wrong.Count > 0 || history.Report?.Mistakes > 0 ? ExitCode.WrongInput : ExitCode.Good;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StreamWriter Csv(string path, string header)
    {
        var writer = File.CreateText(path);
        writer.Write(header);
        writer.Write('\n');
        return writer;
    }
}
