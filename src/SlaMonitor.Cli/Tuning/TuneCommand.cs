using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Cli.Histories;
using SlaMonitor.Cli.Histories.Output;
using SlaMonitor.Cli.Replaying.Parts;
using SlaMonitor.Cli.Running;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Mails.Reports;
using Spectre.Console;

namespace SlaMonitor.Cli.Tuning;

/// <summary><c>sla tune</c>: the smallest budget that a history would have kept.</summary>
internal static class TuneCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var agreement = AgreementOption.Create();
        var history = new HistoryOptions(isRequired: true);
        var attainment = new Option<decimal[]>("--attainment")
        {
            HelpName = "PERCENT",
            Description = "Which share of the promises is to be kept; several may be asked for.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [95, 99],
        };
        attainment.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => !IsShare(token.Value)))
                given.AddError("--attainment is a share in percent, more than 0 and at most 100, as in 99.5.");
        });
        var at = InstantOption.Create("--at", "As of which moment. Without it, as of the last event.");
        var memory = MemoryOption.Create();
        var json = JsonOption.Create();

        var command = new Command("tune", "Finds the smallest budget of each target that a history of events would have kept.")
        {
            agreement, history.Events, history.Format, history.Mapping, attainment, at, memory, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (AgreementOption.Load(parsed.GetValue(agreement)!, error) is not { } book) return ExitCode.WrongInput;

            var source = history.Of(parsed)!;
            var folder = Directory.CreateTempSubdirectory("sla-tune-").FullName;
            try
            {
                var now = Instant.FromDateTimeOffset(surroundings.Time.GetUtcNow());
                if (new HistoryConversion(source, now).Run(folder, error) is not { } events) return ExitCode.WrongInput;

                var tune = Run(book, events.Path, folder, parsed.GetValue(at), parsed.GetValue(memory), now);
                events.Report?.Tell(source.Name, error);
                tune.Wrong.Tell(events.Path, error);
                var targets = TunedTarget.AllOf(tune.Tallies, book, parsed.GetValue(attainment)!).ToList();
                if (parsed.GetValue(json)) JsonOutput.Write(Json(tune, targets, events.Report), output);
                else Show(tune, targets, events.Report, Terminal.For(output, surroundings));
                return tune.Wrong.Count > 0 || events.Report?.Mistakes > 0 ? ExitCode.WrongInput : ExitCode.Good;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{source.Name}: error: the history cannot be read: {e.Message}");
                return ExitCode.WrongInput;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command;
    }

    private static Tune Run(AgreementBook book, string history, string folder, Instant? at, int memory, Instant now)
    {
        var parts = MemoryOption.PartsOf(new FileInfo(history).Length, memory);
        var split = EventSplitter.Split(history, parts, folder, now, _ => { });
        return new Tune(book, new FixedClock(now), split, at ?? split.Last ?? now).Run();
    }

    private static void Show(Tune tune, List<TunedTarget> targets, HistoryReport? read, IAnsiConsole console)
    {
        foreach (var line in read?.Lines() ?? []) Terminal.Line(console, line);
        Terminal.Line(console, $"The smallest budgets that the history up to {tune.AsOf} would have kept.", Terminal.Bold);
        console.WriteLine();
        string[] wanted = [.. (targets is [var any, ..] ? any.Smallest : []).Select(one => Share(one.Percent))];
        var table = Terminal.Table(["agreement", "target", "promise", "decided", "budget", "kept", .. wanted]);
        foreach (var target in targets)
        {
            string[] cells =
            [
                target.Agreement, target.Target.Id, target.Target.Metric.Name,
                (target.Met + target.Breached).ToString(CultureInfo.InvariantCulture), target.Target.Within.ToString(),
                RoundedFigure.PercentOrDash(target.Attainment * 100),
                .. target.Smallest.Select(one => Length(one.Minutes)),
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static JsonObject Json(Tune tune, List<TunedTarget> targets, HistoryReport? read) => new()
    {
        ["read"] = read?.ToJson(),
        ["asOf"] = tune.AsOf.ToString(),
        ["targets"] = new JsonArray([.. targets.Select(target => new JsonObject
        {
            ["agreement"] = target.Agreement,
            ["target"] = target.Target.Id,
            ["metric"] = target.Target.Metric.Name,
            ["budgetSeconds"] = target.Target.Within.TotalSeconds,
            ["met"] = target.Met,
            ["breached"] = target.Breached,
            ["attainment"] = target.Attainment,
            ["smallest"] = new JsonArray([.. target.Smallest.Select(one => new JsonObject
            {
                ["attainment"] = one.Percent / 100,
                ["budgetSeconds"] = one.Minutes * 60,
                ["within"] = one.Minutes is null ? null : Length(one.Minutes),
            })]),
        })]),
    };

    private static bool IsShare(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100;

    private static string Share(decimal percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.####} %");

    private static string Length(long? minutes) => minutes is { } some ? WrittenDuration.Of(BusinessDuration.FromMinutes(some)) : "–";
}
