using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Replaying.Mails;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.Cli.Running;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Cli.Replaying;

/// <summary><c>sla replay</c>: what an agreement would have made of a history of events.</summary>
internal static class ReplayCommand
{
    /// <summary>What the events of a part take in memory, as a multiple of their bytes in the file.</summary>
    private const int BytesInMemory = 6;

    private const int DefaultMemory = 512;

    public static Command Create(Surroundings surroundings)
    {
        var agreement = AgreementOption.Create();
        var events = new Option<string>("--events")
        {
            HelpName = "FILE",
            Description = "The events: JSON Lines, a CloudEvent in each line, in any order.",
            Required = true,
        };
        var to = new Option<string>("--out") { HelpName = "DIR", Description = "Where the results go.", Required = true };
        var at = InstantOption.Create("--at", "As of which moment. Without it, as of the last event.");
        var memory = new Option<int>("--memory")
        {
            HelpName = "MIB",
            Description = "How much memory the events may take, about. What does not fit waits on the disk.",
            DefaultValueFactory = _ => DefaultMemory,
        };
        memory.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 16) given.AddError("--memory is in MiB, and at least 16.");
        });
        var noMails = new Option<bool>("--no-mails")
        {
            Description = "Does not work out who would have been told; the rest comes sooner.",
        };
        var json = new Option<bool>("--json") { Description = "Writes the summary as JSON instead of a table." };

        var command = new Command("replay", "Lives through a history of events: what would have been kept, and what it would cost.")
        {
            agreement, events, to, at, memory, noMails, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (AgreementOption.Load(parsed.GetValue(agreement)!, error) is not { } book) return ExitCode.WrongInput;

            var history = parsed.GetValue(events)!;
            try
            {
                return Run(
                    book, history, parsed.GetValue(to)!, parsed.GetValue(at), parsed.GetValue(memory), !parsed.GetValue(noMails),
                    parsed.GetValue(json), output, error, surroundings);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{history}: error: the replay cannot be done: {e.Message}");
                return ExitCode.WrongInput;
            }
        });
        return command;
    }

    private static int Run(
        AgreementBook book, string history, string to, Instant? at, int memory, bool listens, bool json, TextWriter output,
        TextWriter error, Surroundings surroundings)
    {
        var now = Instant.FromDateTimeOffset(surroundings.Time.GetUtcNow());
        var size = new FileInfo(history).Length;
        var (cores, bytes) = (Environment.ProcessorCount, memory * 1024L * 1024);
        var parts = (int)Math.Clamp(((size * BytesInMemory * cores) + bytes - 1) / bytes, 1, 1000);
        Directory.CreateDirectory(to);

        // Beside the results: where these find room, the parts do, while a temporary folder may be memory.
        var folder = Directory.CreateDirectory(Path.Combine(to, ".replay")).FullName;
        try
        {
            var replay = ReplayProgress.Show(Terminal.For(output, surroundings), size, parts, progress =>
            {
                var split = EventSplitter.Split(history, parts, folder, progress.HasRead);
                var replayed = new Replay(book, new EventLineReader(new FixedClock(now)), split, at ?? split.Last ?? now);
                using var clocks = Csv(Path.Combine(to, ReplayResults.Clocks), ClockCsv.Header);
                using var mails = listens ? Csv(Path.Combine(to, ReplayResults.Mails), MailCsv.Header) : null;
                replayed.Run(clocks, mails, progress.HasDonePart);
                return replayed;
            });
            foreach (var complaint in replay.Wrong.OrderBy(line => line.Number).SelectMany(line => line.Complaints(history)).Take(100))
                error.WriteLine(complaint);
            if (replay.WrongCount > 0)
            {
                error.WriteLine($"{history}: error: {replay.WrongCount} line(s) are no events; the results leave them out");
            }

            ReplayResults.Write(replay, to);
            ReplayResults.Show(replay, to, json, output, surroundings);
            return replay.WrongCount > 0 ? ExitCode.WrongInput : ExitCode.Good;
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
