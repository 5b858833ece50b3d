using SlaMonitor.Channels.Tests.Harness;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Channels.Tests.Slack;

/// <summary>A bot of Slack: threads, and answers of 200 that say no.</summary>
public sealed class SlackBotTests
{
    [Fact]
    public async Task AllOfATicket_IsOneThread_ABreachIsShownInTheChannel_AndItsHeadSaysHowItStands()
    {
        await using var slack = await StubVendor.StartAsync();
        await using var host = Host(slack);
        slack.Otherwise = StubVendor.Say(200, """{"ok":true,"ts":"1.1"}""");

        await SendAsync(host, MailItemKind.Warning);
        await SendAsync(host, MailItemKind.Breach);
        await SendAsync(host, MailItemKind.AllClear, isAnswered: true);

        Assert.Equal(
            ["/chat.postMessage", "/chat.postMessage", "/chat.update", "/chat.postMessage", "/chat.update"],
            slack.Requests.Select(request => request.Path));
        Assert.All(slack.Requests, request => Assert.Equal("Bearer xoxb-s3cret", request.Headers["Authorization"]));
        Assert.All(slack.Requests, request => Assert.Equal("C0123", (string?)request.Json["channel"]));
        Assert.Null(slack.Requests[0].Json["thread_ts"]);
        Assert.Equal(("1.1", true), ((string?)slack.Requests[1].Json["thread_ts"], (bool)slack.Requests[1].Json["reply_broadcast"]!));
        Assert.Equal(("1.1", false), ((string?)slack.Requests[3].Json["thread_ts"], (bool)slack.Requests[3].Json["reply_broadcast"]!));
        Assert.Equal("1.1", (string?)slack.Requests[4].Json["ts"]);
        Assert.Null(slack.Requests[4].Json["thread_ts"]);
        Assert.StartsWith("✓ ", (string?)slack.Requests[4].Json["blocks"]![0]!["text"]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatIsAway_BeginsANewThread_AndTellsAllTheSame()
    {
        await using var slack = await StubVendor.StartAsync();
        await using var host = Host(slack);
        slack.Otherwise = StubVendor.Say(200, """{"ok":true,"ts":"1.1"}""");
        host.Notes.IsAway = true;

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(host, MailItemKind.Warning));
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(host, MailItemKind.Breach));
        Assert.All(slack.Requests, request => Assert.Null(request.Json["thread_ts"]));
    }

    [Fact]
    public async Task AConnectionThatLeadsElsewhere_BeginsNewThreads()
    {
        await using var slack = await StubVendor.StartAsync();
        await using var host = Host(slack);
        slack.Otherwise = StubVendor.Say(200, """{"ok":true,"ts":"1.1"}""");
        await SendAsync(host, MailItemKind.Warning);

        await using var moved = Host(slack, to: "C9999", notes: host.Notes);
        await SendAsync(moved, MailItemKind.Breach);

        Assert.Equal(2, slack.Requests.Count);
        Assert.Null(slack.Requests[1].Json["thread_ts"]);
    }

    [Fact]
    public async Task AThreadWhoseHeadIsGone_IsBegunAnew()
    {
        await using var slack = await StubVendor.StartAsync();
        await using var host = Host(slack);
        slack.Script.Enqueue(StubVendor.Say(200, """{"ok":true,"ts":"1.1"}"""));
        slack.Script.Enqueue(StubVendor.Say(200, """{"ok":false,"error":"thread_not_found"}"""));
        slack.Otherwise = StubVendor.Say(200, """{"ok":true,"ts":"2.2"}""");
        await SendAsync(host, MailItemKind.Warning);

        Assert.IsType<SendOutcome.Accepted>(await SendAsync(host, MailItemKind.Breach));
        await SendAsync(host, MailItemKind.Breach);

        Assert.Null(slack.Requests[2].Json["thread_ts"]);
        Assert.Equal("2.2", (string?)slack.Requests[3].Json["thread_ts"]);
    }

    [Theory]
    [InlineData("is_archived", true)]
    [InlineData("channel_not_found", true)]
    [InlineData("not_in_channel", true)]
    [InlineData("invalid_auth", true)]
    [InlineData("token_revoked", true)]
    [InlineData("account_inactive", true)]
    [InlineData("ratelimited", false)]
    [InlineData("service_unavailable", false)]
    [InlineData("internal_error", false)]
    public async Task ANoIn200_IsSaidInSlacksWord(string error, bool isForGood)
    {
        await using var slack = await StubVendor.StartAsync();
        await using var host = Host(slack);
        slack.Otherwise = StubVendor.Say(200, $$"""{"ok":false,"error":"{{error}}"}""", ("Retry-After", "7"));

        var outcome = await SendAsync(host, MailItemKind.Breach);

        if (isForGood) Assert.Equal(new SendOutcome.Refused($"Slack says {error}"), outcome);
        else Assert.Equal(new SendOutcome.Unavailable($"Slack says {error}", Duration.FromSeconds(7)), outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>maintenance</html>")]
    [InlineData("[]")]
    [InlineData("{\"ok\":\"maybe\"}")]
    public async Task AnAnswerThatIsNotSlacks_IsTriedAgain(string body)
    {
        await using var slack = await StubVendor.StartAsync();
        await using var host = Host(slack);
        slack.Otherwise = StubVendor.Say(200, body);
        Assert.IsType<SendOutcome.Unavailable>(await SendAsync(host, MailItemKind.Breach));
    }

    private static ChannelHost Host(StubVendor slack, string to = "C0123", FewNotes? notes = null) => new(
        notes,
        ("Egress:AllowPrivate", "true"), ("Channels:ops:Kind", "slack"), ("Channels:ops:Token", "xoxb-s3cret"),
        ("Channels:ops:To", to), ("Channels:ops:Url", slack.Url));

    private static Task<SendOutcome> SendAsync(ChannelHost host, MailItemKind kind, bool isAnswered = false) =>
        host.Channel("slack:ops").SendAsync(Messages.Of(kind, isAnswered: isAnswered), CancellationToken.None);
}
