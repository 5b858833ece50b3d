using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;
using SlaMonitor.Cli.Tests.Doctor;

namespace SlaMonitor.Cli.Tests.Explaining;

/// <summary><c>sla explain</c> of a running monitor.</summary>
public sealed class ExplainMonitorTests : IAsyncLifetime
{
    private StubMonitor _monitor = null!;

    public async Task InitializeAsync() => _monitor = await StubMonitor.StartAsync();

    public async Task DisposeAsync() => await _monitor.DisposeAsync();

    [Fact]
    public void Text_IsTheMonitorsOwn_WithoutWhatATerminalObeys()
    {
        _monitor.Answer("GET /api/tickets/HD%201", 200, "First response: met\u001b[2J\n  Mon 09:00 1h\n");

        var (outcome, output, _) = Run("--ticket", "HD 1");

        Assert.Equal((0, "First response: met [2J\n  Mon 09:00 1h\n"), (outcome, output.ReplaceLineEndings("\n")));
        Assert.Equal("an-admin-key", _monitor.Requests.Single().Key);
    }

    [Fact]
    public void Json_IsTheDocumentOfTheMonitor()
    {
        _monitor.Answer("GET /api/tickets/HD-1", 200, """{"id":"HD-1"}""");

        Assert.Equal("{\n  \"id\": \"HD-1\"\n}\n", Run("--ticket", "HD-1", "--json").Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void UnknownTicket_IsSaidAsTheMonitorSaysIt()
    {
        _monitor.Answer("GET /api/tickets/HD-9", 404, """{"detail":"No ticket is called HD-9."}""");

        var (outcome, output, error) = Run("--ticket", "HD-9");

        Assert.Equal((1, "", $"error: {_monitor.Url} answered 404: No ticket is called HD-9."), (outcome, output, error.Trim()));
    }

    [Fact]
    public void Variable_NamesTheMonitor_WhereNothingElseIsNamed()
    {
        _monitor.Answer("GET /api/tickets/HD-1", 200, "First response: met");

        Assert.Equal(0, RunAt(_monitor.Url.ToString(), "--ticket", "HD-1").Outcome);
    }

    private (int Outcome, string Output, string Error) Run(params string[] args) =>
        RunAt(variable: null, [.. args, "--url", _monitor.Url.ToString()]);

    private static (int Outcome, string Output, string Error) RunAt(string? variable, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(
            name => name switch { "SLA_KEY" => "an-admin-key", "SLA_URL" => variable, _ => null }, new FakeTimeProvider());
        var outcome = SlaCommand.Run(["explain", .. args], output, error, surroundings);
        return (outcome, output.ToString(), error.ToString());
    }
}
