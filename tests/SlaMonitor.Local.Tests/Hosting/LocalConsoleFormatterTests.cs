using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Clock;
using SlaMonitor.Local.Hosting.Logs;

namespace SlaMonitor.Local.Tests.Hosting;

public sealed class LocalConsoleFormatterTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 21, 16, 34, TimeSpan.Zero));

    [Fact]
    public void Write_RealClock_IsALineWithTheTime() =>
        Assert.Equal("2026-11-30T21:16:34Z warn: A.B[17] two lines", Write(new LocalClock(_time), LogLevel.Warning, "two\nlines"));

    [Fact]
    public void Write_SimulatedClock_HasBothTimes() => Assert.Equal(
        "2026-11-30T21:16:34Z (2026-03-02T02:00:00Z) info: A.B[17] it began",
        Write(new LocalClock(_time, Instant.FromUtc(2026, 3, 2, 2, 0), 60), LogLevel.Information, "it began"));

    /// <summary>What went wrong is a sentence, with what it was caused by, and where nobody debugs no stack trace.</summary>
    [Fact]
    public void Write_Exception_IsASentence()
    {
        var wrong = Thrown(new AggregateException(new InvalidOperationException(
            "The mail could not be sent.", new IOException("Connection to mail.example.com:587\nrefused."))));

        Assert.Equal(
            "2026-11-30T21:16:34Z fail: A.B[17] It failed: The mail could not be sent: Connection to mail.example.com:587 refused",
            Write(new LocalClock(_time), LogLevel.Error, "It failed", wrong));
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:Console:LogLevel:Default")]
    public void Write_ExceptionAtDebug_HasItsStackTrace(string key)
    {
        var text = Write(new LocalClock(_time), LogLevel.Error, "It failed", Thrown(new IOException("Away.")), (key, "Debug"));

        Assert.StartsWith("2026-11-30T21:16:34Z fail: A.B[17] It failed\n", text, StringComparison.Ordinal);
        Assert.Contains("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OnATerminal_HasColour() => Assert.Equal(
        "2026-11-30T21:16:34Z \u001b[33mwarn\u001b[0m: A.B[17] it waits",
        Write(new LocalClock(_time), LogLevel.Warning, "it waits", hasColour: true));

    private string Write(
        LocalClock clock, LogLevel level, string message, Exception? wrong = null, (string Key, string Value)? setting = null,
        bool hasColour = false)
    {
        var values = setting is { } given ? new Dictionary<string, string?> { [given.Key] = given.Value } : [];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var text = new StringWriter();
        new LocalConsoleFormatter(_time, clock, configuration, hasColour).Write(
            new LogEntry<string>(level, "A.B", new EventId(17), message, wrong, (state, _) => state), null, text);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }
}
