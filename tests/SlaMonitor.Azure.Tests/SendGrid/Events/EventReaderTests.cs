using System.Text;
using CsCheck;
using SlaMonitor.Azure.SendGrid.Events;
using SlaMonitor.Monitoring.Notification.Delivery;

namespace SlaMonitor.Azure.Tests.SendGrid.Events;

public sealed class EventReaderTests
{
    private const string Ours =
        """ "email":"gone@example.com","timestamp":1777885541,"sg_event_id":"e-2","notificationId":"n-1","ticketId":"HD-1" """;

    [Fact]
    public void Read_Sample_IsWhatBecameOfOurMails_AndWhatMayBeOurs()
    {
        var body = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "webhooks", "sendgrid", "event_webhook.json"));

        Assert.Equal(
            [
                new(
                    "n-1", "HD-1", "lead@example.com", DeliveryKind.Delivered, "250 OK", Instant.FromUnixTimeSeconds(1777885540),
                    "sg_event_id_1"),
                new(
                    "n-2", "HD-1", "gone@example.com", DeliveryKind.Bounced, "550 5.1.1 no such user",
                    Instant.FromUnixTimeSeconds(1777885541), "sg_event_id_2"),
                new(
                    "n-3", null, "busy@example.com", DeliveryKind.Deferred, "451 4.7.1 greylisted, try again",
                    Instant.FromUnixTimeSeconds(1777885542), "sg_event_id_3"),
                new(
                    "n-4", "HD-2", "gone@example.com", DeliveryKind.Dropped, "Bounced Address", Instant.FromUnixTimeSeconds(1777885543),
                    "sg_event_id_4"),
                new(
                    "n-5", "HD-3", "angry@example.com", DeliveryKind.SpamReport, "", Instant.FromUnixTimeSeconds(1777885544),
                    "sg_event_id_5"),
                new(
                    null, null, "news@example.com", DeliveryKind.Bounced, "a mail of somebody else",
                    Instant.FromUnixTimeSeconds(1777885546), "sg_event_id_7"),
            ],
            EventReader.Read(body));
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[null, 1, \"x\", [], {}]", 0)]
    [InlineData("[{\"event\":\"bounce\"}]", 0)] // when, and of whom?
    [InlineData("[{\"event\":\"teleported\"," + Ours + "}]", 0)]
    [InlineData("[{\"event\":7," + Ours + "}]", 0)]
    [InlineData("[{\"event\":\"bounce\",\"reason\":{\"x\":[1]}," + Ours + "}]", 1)]
    [InlineData("[{\"event\":\"bounce\",\"reason\":\"\\ud83d\"," + Ours + "}]", 1)]
    [InlineData("[{\"event\":\"bounce\"," + Ours + ",\"\\ud83d\":1}]", 1)]
    [InlineData("[{}, {\"event\":\"bounce\"," + Ours + "}]", 1)]
    public void Read_WhatItDoesNotKnow_IsPassedOver(string body, int expected) => Assert.Equal(expected, Read(body)!.Count);

    [Theory]
    [InlineData("bounce", true)]
    [InlineData("dropped", true)]
    [InlineData("spamreport", true)]
    [InlineData("delivered", false)]
    [InlineData("deferred", false)]
    public void Read_WithoutOurArguments_IsReadWhereSomebodyMayNotHaveBeenTold(string kind, bool isRead)
    {
        var reports = Read($$"""[{"event":"{{kind}}","email":"gone@example.com","timestamp":1777885541,"sg_event_id":"e-2"}]""")!;

        Assert.Equal(isRead ? [(null, "gone@example.com")] : [], reports.Select(report => (report.NotificationId, report.Recipient)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("null")]
    public void Read_NoArray_IsNull(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("1777885541", true)]
    [InlineData("\"1777885541\"", true)]
    [InlineData("1777885541.5", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("-1", false)]
    public void Read_Time_IsUnixSeconds(string time, bool read) =>
        Assert.Equal(read, Read($$"""[{"event":"bounce",{{Ours.Replace("1777885541", time, StringComparison.Ordinal)}}}]""")!.Count == 1);

    [Fact]
    public void Read_ReasonOfManyLines_IsOneAndBounded()
    {
        var report = Assert.Single(Read($$"""[{"event":"bounce","reason":"550 a\r\nb {{new string('x', 1000)}}",{{Ours}}}]""")!);

        Assert.StartsWith("550 a b xxx", report.Reason, StringComparison.Ordinal);
        Assert.Equal(501, report.Reason.Length);
    }

    [Fact]
    public void Read_AnyBytes_DoesNotThrow() => Gen.Byte.Array[0, 60].Sample(bytes => { EventReader.Read(bytes); });

    private static IReadOnlyList<DeliveryReport>? Read(string body) => EventReader.Read(Encoding.UTF8.GetBytes(body));
}
