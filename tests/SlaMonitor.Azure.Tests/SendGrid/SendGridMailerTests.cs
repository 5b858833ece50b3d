using System.Diagnostics;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.StoreContracts.Emulator;
using static SlaMonitor.Azure.Tests.SendGrid.StubSendGrid;

namespace SlaMonitor.Azure.Tests.SendGrid;

/// <summary>Over real HTTP, against a stub that misbehaves. A try that has to succeed has seconds: the machine may be busy.</summary>
public sealed class SendGridMailerTests
{
    private const string NotVerified =
        """{"errors":[{"message":"The from address does not match a verified Sender Identity.","field":"from","help":null},"""
        + """{"message":"Bad Request"}]}""";

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Send_Taken_IsAcceptedUnderSendGridsOwnId()
    {
        await using var bench = await SendGridBench.StartAsync();

        Assert.Equal(new SendOutcome.Accepted("14c5d75ce93.dfd.64b469"), await bench.SendAsync());
        Assert.Single(bench.Stub.Requests);
    }

    [Fact]
    public async Task Send_KeyThatHasNotComeFromTheVault_IsKeptForLater_AndSentNowhere()
    {
        await using var bench = await SendGridBench.StartAsync(
            ("ApiKey", "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/sendgrid-key)"));

        Assert.StartsWith("SendGrid:ApiKey has not come from the Key Vault", bench.Mailer.Obstacle, StringComparison.Ordinal);
        Assert.Equal(new SendOutcome.Unavailable(bench.Mailer.Obstacle!), await bench.SendAsync());
        Assert.Empty(bench.Stub.Requests);
    }

    [Fact]
    public async Task Send_Sandbox_Is200AndAccepted()
    {
        await using var bench = await SendGridBench.StartAsync(("Sandbox", "true"));
        bench.Stub.Script.Enqueue(Say(200));

        Assert.Equal(new SendOutcome.Accepted("sandbox"), await bench.SendAsync());
    }

    [Theory]
    [InlineData(400, "400 BadRequest: ")]
    [InlineData(401, "401 Unauthorized: ")]
    [InlineData(402, "402 PaymentRequired: ")]
    [InlineData(403, "403 Forbidden: ")]
    [InlineData(404, "404 NotFound: ")]
    public async Task Send_OurOwnTrouble_IsUnavailableInSendGridsOwnWords_AtOnce(int status, string expected)
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(status, NotVerified));

        Assert.Equal(
            new SendOutcome.Unavailable($"{expected}The from address does not match a verified Sender Identity. (from) Bad Request"),
            await bench.SendAsync());
        Assert.Single(bench.Stub.Requests);
    }

    [Theory]
    [InlineData(400, "400 BadRequest: ")]
    [InlineData(413, "413 RequestEntityTooLarge: ")]
    public async Task Send_AMailThatSendGridWillNotHave_IsRefusedInItsOwnWords_AtOnce(int status, string expected)
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(status, """{"errors":[{"message":"Does not contain a valid address.","field":"to"}]}"""));

        Assert.Equal(new SendOutcome.Refused($"{expected}Does not contain a valid address. (to)"), await bench.SendAsync());
        Assert.Single(bench.Stub.Requests);
    }

    [Theory]
    [InlineData("<html>\r\n<b>nginx</b></html>", "400 BadRequest: <html> <b>nginx</b></html>")]
    [InlineData("{\"errors\":7}", "400 BadRequest: {\"errors\":7}")]
    [InlineData("{\"errors\":[]}", "400 BadRequest: {\"errors\":[]}")]
    [InlineData("null", "400 BadRequest: null")]
    [InlineData("", "400 BadRequest")]
    public async Task Send_RefusedWithGarbage_SaysWhatThereIs(string body, string expected)
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(400, body));

        Assert.Equal(new SendOutcome.Refused(expected), await bench.SendAsync());
    }

    [Fact]
    public async Task Send_RefusedAtLength_IsCut()
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(400, new string('x', 100_000)));

        Assert.Equal(501 + "400 BadRequest: ".Length, Assert.IsType<SendOutcome.Refused>(await bench.SendAsync()).Reason.Length);
    }

    [Fact]
    public async Task Send_Redirected_TakesTheKeyNowhere()
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(307, headers: ("Location", bench.Stub.Url + "/elsewhere")));

        Assert.IsType<SendOutcome.Unavailable>(await bench.SendAsync());
        Assert.Single(bench.Stub.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task Send_NotNowThenGood_IsAccepted(int status)
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(status, "garbage {"));
        bench.Stub.Script.Enqueue(Say(status));

        Assert.IsType<SendOutcome.Accepted>(await bench.SendAsync());
        Assert.Equal(3, bench.Stub.Requests.Count);
        Assert.Single(bench.Stub.Requests.Distinct());
    }

    [Fact]
    public async Task Send_429WithReset_WaitsUntilThen()
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(
            Say(429, headers: ("X-RateLimit-Reset", bench.Time.GetUtcNow().AddSeconds(1).ToUnixTimeSeconds().ToString())));

        var started = Stopwatch.GetTimestamp();
        Assert.IsType<SendOutcome.Accepted>(await bench.SendAsync());
        // 50 ms to the full second; a back-off would be 1.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromMilliseconds(45), Quick);
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "1772443860")] // 09:31:00, on a clock that shows 09:30:00.95
    [InlineData("Retry-After", "60")]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 09:31:00 GMT")]
    public async Task Send_AskedToWaitLongerThanAllowed_GoesBackToTheQueueAtOnce_WithTheWait(string header, string value)
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(429, """{"errors":[{"message":"too many requests"}]}""", headers: (header, value)));

        var deferred = Assert.IsType<SendOutcome.Unavailable>(await bench.SendAsync());
        Assert.Equal("429 TooManyRequests: too many requests", deferred.Reason);
        Assert.InRange(deferred.RetryAfter!.Value, Duration.FromSeconds(59), Duration.FromSeconds(60));
        Assert.Single(bench.Stub.Requests);
    }

    [Fact]
    public async Task Send_AlwaysAway_IsDeferredAfterAllTries()
    {
        await using var bench = await SendGridBench.StartAsync(("Retries", "3"));
        bench.Stub.Otherwise = Say(503, """{"errors":[{"message":"maintenance"}]}""");

        Assert.Equal(new SendOutcome.Unavailable("503 ServiceUnavailable: maintenance"), await bench.SendAsync());
        Assert.Equal(4, bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task Send_Hangs_IsTriedOnceMore_AndNotAgain()
    {
        await using var bench = await SendGridBench.StartAsync(("TryTimeout", SendGridBench.Milliseconds(3_000)));
        bench.Stub.Otherwise = Hang;

        Assert.Equal(
            new SendOutcome.Unavailable("The request left and no answer came; SendGrid may have the mail."), await bench.SendAsync());
        Assert.Equal(2, bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task Send_HangsOnce_IsAccepted()
    {
        await using var bench = await SendGridBench.StartAsync(("TryTimeout", SendGridBench.Milliseconds(3_000)));
        bench.Stub.Script.Enqueue(Hang);

        Assert.IsType<SendOutcome.Accepted>(await bench.SendAsync());
    }

    [Fact]
    public async Task Send_ConnectionResetAfterTheBody_IsTriedOnceMore_AndNotAgain_WhateverComesBetween()
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Reset);
        bench.Stub.Script.Enqueue(Say(503));
        bench.Stub.Otherwise = Reset;

        Assert.IsType<SendOutcome.Unavailable>(await bench.SendAsync());
        Assert.Equal(3, bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task Send_NobodyListens_IsTriedAgainWithoutASecondThought()
    {
        await using var bench = await SendGridBench.StartAsync(("Host", $"http://127.0.0.1:{FreePort.Find()}"), ("Retries", "4"));

        Assert.Contains("refused", Assert.IsType<SendOutcome.Unavailable>(await bench.SendAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal(4, bench.Logs.GetSnapshot().Count(log => log.Id.Name == nameof(Log.TriedAgain)));
    }

    [Fact]
    public async Task Send_AllOfItTakesTooLong_IsDeferred()
    {
        await using var bench = await SendGridBench.StartAsync(("Timeout", SendGridBench.Milliseconds(200)));
        bench.Stub.Otherwise = Hang;

        Assert.Equal(new SendOutcome.Unavailable("SendGrid did not take the mail within 00:00:00.2000000."), await bench.SendAsync());
    }

    [Fact]
    public async Task Send_FailuresInARow_OpenTheCircuit_AndASuccessClosesIt()
    {
        await using var bench = await SendGridBench.StartAsync(
            ("BreakAfter", "2"), ("Retries", "1"), ("BreakFor", "00:01:00"), ("LongestWait", "00:01:00"),
            ("Timeout", SendGridBench.Milliseconds(4_000)));
        bench.Stub.Otherwise = Say(503);
        Assert.IsType<SendOutcome.Unavailable>(await bench.SendAsync());
        Assert.Equal(2, bench.Stub.Requests.Count);
        Assert.Contains(bench.Logs.GetSnapshot(), log => log.Id.Name == nameof(Log.CircuitOpened));

        // Open: SendGrid is left alone, and the mail waits, here until its own time is over.
        Assert.IsType<SendOutcome.Unavailable>(await bench.SendAsync());
        Assert.Equal(2, bench.Stub.Requests.Count);
    }

    [Fact]
    public async Task Send_WhileTheCircuitIsOpen_WaitsUntilItMayTry()
    {
        await using var bench = await SendGridBench.StartAsync(("BreakAfter", "2"), ("Retries", "3"));
        bench.Stub.Script.Enqueue(Say(503));
        bench.Stub.Script.Enqueue(Say(503));

        Assert.IsType<SendOutcome.Accepted>(await bench.SendAsync());
        Assert.Equal(
            ["CircuitOpened", "CircuitClosed"],
            bench.Logs.GetSnapshot().Select(log => log.Id.Name).Where(name => name!.StartsWith("Circuit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Send_Stopped_SaysSo()
    {
        await using var bench = await SendGridBench.StartAsync();
        using var stopping = new CancellationTokenSource();
        bench.Stub.Otherwise = async (context, end) =>
        {
            await stopping.CancelAsync();
            await Hang(context, end);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Mailer.SendAsync(SendGridBench.Mail, stopping.Token));
    }

    [Fact]
    public async Task Send_AtEveryLogLevel_LogsNeitherKeyNorBodyNorSubject()
    {
        await using var bench = await SendGridBench.StartAsync();
        bench.Stub.Script.Enqueue(Say(503));
        bench.Stub.Script.Enqueue(Say(400, NotVerified));
        await bench.SendAsync(SendGridBench.Mail with { Text = "marker-text", Html = "marker-html", Subject = "marker-subject" });

        var logs = string.Join('\n', bench.Logs.GetSnapshot().Select(log => log.ToString() + log.Exception));
        Assert.Contains("v3/mail/send", logs, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SendGridBench.Key, logs, StringComparison.Ordinal);
        Assert.DoesNotContain("marker", logs, StringComparison.Ordinal);
    }
}
