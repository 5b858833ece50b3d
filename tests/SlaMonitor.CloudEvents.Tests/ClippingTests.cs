using System.Text;
using System.Text.Json;
using NodaTime.Testing;

namespace SlaMonitor.CloudEvents.Tests;

public sealed class ClippingTests
{
    [Fact]
    public void Read_TitleAndTagsBeyondAllBounds_AreCutAndCounted()
    {
        var delivery = Read(new string('x', 1_000_000), [.. Enumerable.Range(0, 150).Select(i => $"tag-{i}"), new string('y', 1_000_000)]);

        var change = delivery.Events.Single().Change;
        Assert.Equal(Clipping.LongestTitle, change.Title!.Length);
        Assert.Equal(Enumerable.Range(0, Clipping.MostTags).Select(i => $"tag-{i}"), change.Tags!);
        Assert.Equal(1 + 51, delivery.Clipped);
    }

    [Fact]
    public void Read_OneLongTag_IsCutAndCounted()
    {
        var delivery = Read("Printer on fire", ["red", new string('y', 300)]);

        Assert.Equal([3, EventRules.LongestName], delivery.Events.Single().Change.Tags!.Select(tag => tag.Length));
        Assert.Equal(1, delivery.Clipped);
    }

    [Fact]
    public void Read_NothingTooLong_CountsNothing() => Assert.Equal(0, Read(new string('x', 1024), ["red"]).Clipped);

    [Fact]
    public void Clip_EndWithinASurrogatePair_LeavesTheWholeCharacterOut() =>
        Assert.Equal(new string('x', 1023), new Clipping().Clip(new string('x', 1023) + "🔥", Clipping.LongestTitle));

    private static Delivery Read(string title, string[] tags)
    {
        var body = JsonSerializer.Serialize(new
        {
            specversion = "1.0",
            type = "ticket.created",
            source = "/helpdesk",
            id = "1",
            subject = "HD-1",
            data = new { title, tags },
        });
        return new DeliveryReader(new FakeClock(Instant.FromUtc(2026, 3, 2, 8, 0)))
            .Read("application/cloudevents+json", [], Encoding.UTF8.GetBytes(body));
    }
}
