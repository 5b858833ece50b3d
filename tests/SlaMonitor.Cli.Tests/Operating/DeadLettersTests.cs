using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;
using SlaMonitor.Cli.Tests.Doctor;

namespace SlaMonitor.Cli.Tests.Operating;

/// <summary>The command talks to a monitor over HTTP; what the doors themselves do is tested with the program.</summary>
public sealed class DeadLettersTests : IAsyncLifetime
{
    private StubMonitor _monitor = null!;

    public async Task InitializeAsync() => _monitor = await StubMonitor.StartAsync();

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Fact]
    public void List_ShowsWhoWasNotToldOfWhat_WithoutWhatATerminalObeys()
    {
        _monitor.Answer(
            "GET /api/dead-letters",
            200,
            """
            {"deadLetters":[{"number":7,"reason":"MailRefused","description":"550 no such\u001b[2J user","recipient":"anna@example.com",
             "tells":["HD-1: response, cycle 1, due"],"deliveries":1}]}
            """);

        var (outcome, output, _) = Run("list");

        Assert.Equal(0, outcome);
        Assert.Equal("7  MailRefused  anna@example.com  550 no such [2J user", output.Split('\n')[0].TrimEnd());
        Assert.Contains("    HD-1: response, cycle 1, due", output, StringComparison.Ordinal);
        Assert.Equal(("GET /api/dead-letters", "an-admin-key", ""), _monitor.Requests.Single());
    }

    [Theory]
    [InlineData("resend 7", "POST /api/dead-letters/7", "1 sent again.")]
    [InlineData("resend --all", "POST /api/dead-letters", "1 sent again.")]
    [InlineData("drop 7", "DELETE /api/dead-letters/7", "Dropped.")]
    public void Settle_CallsTheDoor(string command, string request, string said)
    {
        _monitor.Answer(request, 200, """{"resent":1}""");

        var (outcome, output, _) = Run(command.Split(' '));

        Assert.Equal((0, said), (outcome, output.Trim()));
        Assert.Equal(request, _monitor.Requests.Single().Line);
    }

    [Theory]
    [InlineData("resend")]
    [InlineData("resend 7 --all")]
    [InlineData("drop")]
    [InlineData("drop x")]
    public void WrongCommandLine_AsksNobody(string command)
    {
        Assert.Equal(2, Run(command.Split(' ')).Outcome);
        Assert.Empty(_monitor.Requests);
    }

    [Fact]
    public void Refused_SaysWhatTheMonitorSays()
    {
        _monitor.Answer("POST /api/dead-letters/7", 404, """{"detail":"No dead letter has the number 7."}""");

        var (outcome, _, error) = Run("resend", "7");

        Assert.Equal((1, $"error: {_monitor.Url} answered 404: No dead letter has the number 7."), (outcome, error.Trim()));
    }

    [Fact]
    public async Task NobodyListens_IsSaid()
    {
        var address = _monitor.Url.ToString();
        await _monitor.DisposeAsync();

        Assert.Contains("cannot be reached", Run("list", "--url", address).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyInTheClear_IsNotSent()
    {
        var (outcome, _, error) = Run("list", "--url", "http://sla.example.com");

        Assert.Equal((1, "error: http://sla.example.com/ would get the key in the clear; name an https address"), (outcome, error.Trim()));
    }

    [Fact]
    public void VariableNamesTheMonitor()
    {
        _monitor.Answer("GET /api/dead-letters", 200, """{"deadLetters":[]}""");

        Assert.Equal(0, RunAt(_monitor.Url.ToString(), "list").Outcome);
    }

    [Theory]
    [InlineData("sla.example.com")]
    [InlineData("ftp://sla.example.com")]
    public void VariableIsNoAddress_IsSaid(string text)
    {
        var (outcome, _, error) = RunAt(text, "list");

        Assert.Equal((1, $"error: SLA_URL: '{text}' is not an address such as https://sla.example.com."), (outcome, error.Trim()));
    }

    private (int Outcome, string Output, string Error) Run(params string[] arguments)
    {
        string[] address = arguments.Contains("--url", StringComparer.Ordinal) ? [] : ["--url", _monitor.Url.ToString()];
        return RunAt(variable: null, [.. arguments, .. address]);
    }

    private static (int Outcome, string Output, string Error) RunAt(string? variable, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(
            name => name switch { "SLA_KEY" => "an-admin-key", "SLA_URL" => variable, _ => null }, new FakeTimeProvider());
        var outcome = SlaCommand.Run(["dead-letters", .. arguments], output, error, surroundings);
        return (outcome, output.ToString(), error.ToString());
    }
}
