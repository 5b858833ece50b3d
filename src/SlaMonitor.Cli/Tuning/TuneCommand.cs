using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
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
        var events = HistoryOptions.Events();
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
        var memory = HistoryOptions.Memory();
        var json = JsonOption.Create();

        var command = new Command("tune", "Finds the smallest budget of each target that a history of events would have kept.")
        {
            agreement, events, attainment, at, memory, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (AgreementOption.Load(parsed.GetValue(agreement)!, error) is not { } book) return ExitCode.WrongInput;

            var history = parsed.GetValue(events)!;
            try
            {
                var now = Instant.FromDateTimeOffset(surroundings.Time.GetUtcNow());
                var tune = Run(book, history, parsed.GetValue(at), parsed.GetValue(memory), now);
                tune.Wrong.Tell(history, error);
                var targets = TunedTarget.AllOf(tune.Tallies, book, parsed.GetValue(attainment)!).ToList();
                if (parsed.GetValue(json)) JsonOutput.Write(Json(tune, targets), output);
                else Show(tune, targets, Terminal.For(output, surroundings));
                return tune.Wrong.Count > 0 ? ExitCode.WrongInput : ExitCode.Good;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{history}: error: the history cannot be read: {e.Message}");
                return ExitCode.WrongInput;
            }
        });
        return command;
    }

    private static Tune Run(AgreementBook book, string history, Instant? at, int memory, Instant now)
    {
        var parts = HistoryOptions.PartsOf(new FileInfo(history).Length, memory);
        var folder = Directory.CreateTempSubdirectory("sla-tune-").FullName;
        try
        {
            var split = EventSplitter.Split(history, parts, folder, now, _ => { });
            return new Tune(book, new FixedClock(now), split, at ?? split.Last ?? now).Run();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Show(Tune tune, List<TunedTarget> targets, IAnsiConsole console)
    {
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

    private static JsonObject Json(Tune tune, List<TunedTarget> targets) => new()
    {
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
