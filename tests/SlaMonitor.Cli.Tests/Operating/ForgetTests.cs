using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Cli.Running;
using SlaMonitor.Cli.Tests.Doctor;

namespace SlaMonitor.Cli.Tests.Operating;

public sealed class ForgetTests
{
    [Theory]
    [InlineData(
        200,
        """{"record":{"id":"forgotten-x","tickets":2,"events":5,"traces":{"mails":3}},"kept":[],"agreements":["office"]}""",
        0, "On record as forgotten-x.|tickets: 2, events: 5|mails: 3|The agreement office names them", "")]
    [InlineData(
        200, """{"record":{"id":"forgotten-x","tickets":0,"events":0,"traces":{}},"kept":["T-1"],"agreements":[]}""",
        1, "Ticket T-1 names them still", "")]
    [InlineData(401, """{"detail":"no key"}""", 1, "", "no key")]
    public async Task Names_AreSent_AndWhatWasErasedIsSaid(int status, string body, int expected, string said, string error)
    {
        await using var monitor = await StubMonitor.StartAsync();
        monitor.Answer("POST /api/forgotten", status, body);
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var outcome = SlaCommand.Run(
            ["forget", "ann@example.com", "4711", "--url", monitor.Url.ToString()], output, errors,
            new Surroundings(_ => null, new FakeTimeProvider()));

        Assert.Equal(expected, outcome);
        Assert.All(said.Split('|'), line => Assert.Contains(line, output.ToString(), StringComparison.Ordinal));
        Assert.Contains(error, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoName_IsAMistakeOfTheCommandLine()
    {
        using var output = new StringWriter();

        Assert.Equal(2, SlaCommand.Run(["forget"], output, output, new Surroundings(_ => null, new FakeTimeProvider())));
    }
}
