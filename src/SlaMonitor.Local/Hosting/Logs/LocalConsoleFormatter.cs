using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NodaTime.Extensions;
using NodaTime.Text;
using SlaMonitor.Local.Clock;

namespace SlaMonitor.Local.Hosting.Logs;

/// <summary>
/// How the host writes its log on the console: a line for each entry, with the real time, and the clock's where it is another. What went
/// wrong is a sentence; its stack trace is there where the log is asked for Debug. Colour is for terminals alone.
/// </summary>
internal sealed class LocalConsoleFormatter : ConsoleFormatter
{
    /// <summary>The name by which the console asks for it.</summary>
    public const string FormatterName = "sla-monitor";

    private const string Plain = "\u001b[0m";

    private static readonly string[] LevelsOfAll = ["Logging:LogLevel:Default", "Logging:Console:LogLevel:Default"];

    private readonly TimeProvider _time;
    private readonly LocalClock _clock;
    private readonly bool _hasTraces;
    private readonly bool _hasColour;

    public LocalConsoleFormatter(TimeProvider time, LocalClock clock, IConfiguration configuration)
        : this(time, clock, configuration, IsTerminal())
    {
    }

    internal LocalConsoleFormatter(TimeProvider time, LocalClock clock, IConfiguration configuration, bool hasColour)
        : base(FormatterName)
    {
        (_time, _clock, _hasColour) = (time, clock, hasColour);
        _hasTraces = LevelsOfAll.Any(key => Enum.TryParse<LogLevel>(configuration[key], ignoreCase: true, out var level)
            && level <= LogLevel.Debug);
    }

    /// <inheritdoc />
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var real = _time.GetCurrentInstant();
        textWriter.Write(InstantPattern.General.Format(real));
        if (!_clock.IsReal) textWriter.Write($" ({InstantPattern.General.Format(_clock.GetCurrentInstant())})");
        var (word, colour) = LevelOf(logEntry.LogLevel);
        textWriter.Write(_hasColour ? $" {colour}{word}{Plain}: " : $" {word}: ");
        textWriter.Write($"{logEntry.Category}[{logEntry.EventId.Id}] {OneLine(message)}");
        if (logEntry.Exception is { } wrong && !_hasTraces) textWriter.Write($": {OneLine(SentenceOf(wrong))}");
        textWriter.WriteLine();
        if (logEntry.Exception is { } traced && _hasTraces) textWriter.WriteLine(traced);
    }

    /// <summary>What an exception says, and those that it was caused by, each once.</summary>
    private static string SentenceOf(Exception exception)
    {
        var messages = new List<string>();
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            var several = cause is AggregateException { InnerExceptions.Count: > 1 };
            var message = cause is AggregateException && !several ? null : cause.Message;
            if (message is not null && !messages.Exists(said => said.Contains(message, StringComparison.Ordinal))) messages.Add(message);
            if (several) break;
        }

        return string.Join(": ", messages.Select(message => message.TrimEnd('.', ' ')));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static (string Word, string Colour) LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => ("trce", Plain),
        LogLevel.Debug => ("dbug", Plain),
        LogLevel.Information => ("info", "\u001b[32m"),
        LogLevel.Warning => ("warn", "\u001b[33m"),
        LogLevel.Error => ("fail", "\u001b[31m"),
        _ => ("crit", "\u001b[1m\u001b[31m"),
    };

    private static bool IsTerminal() =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
}
