using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;
using SlaMonitor.Cli.Tests.Doctor;

namespace SlaMonitor.Cli.Tests.Operating;

public sealed class TestMailTests
{
    [Theory]
    [InlineData(200, """{"to":"ops@example.com","answer":"queued as 7"}""", 0, "The mail to ops@example.com was taken: queued as 7", "")]
    [InlineData(502, """{"detail":"The mail system said: 535 wrong password"}""", 1, "", "535 wrong password")]
    public async Task Mail_IsAskedFor_AndTheAnswerIsSaid(int status, string body, int expected, string said, string error)
    {
        await using var monitor = await StubMonitor.StartAsync();
        monitor.Answer("POST /api/test-mail", status, body);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var outcome = SlaCommand.Run(
            ["test-mail", "--url", monitor.Url.ToString()], output, errors, new Surroundings(_ => null, new FakeTimeProvider()));

        Assert.Equal((expected, said), (outcome, output.ToString().Trim()));
        Assert.Contains(error, errors.ToString(), StringComparison.Ordinal);
    }
}
