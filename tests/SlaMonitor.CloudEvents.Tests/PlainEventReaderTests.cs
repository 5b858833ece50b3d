using System.Text;
using System.Text.Json;
using CsCheck;
using NodaTime.Testing;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.CloudEvents.Tests;

/// <summary>The reader of plain lines reads what the reader of requests does, or leaves the line to that.</summary>
public sealed class PlainEventReaderTests
{
    private const string Line =
        """{"specversion":"1.0","id":"7","source":"/helpdesk/a","type":"ticket.updated","subject":"HD-1","time":"2026-03-02T09:00:00Z","""
        + """ "data":{"status":"open","tags":["a","b"],"fields":{"tier":"gold"},"public":true}}""";

    private static readonly FakeClock Now = new(Instant.FromUtc(2026, 6, 1, 0, 0));

    /// <summary>The plain reader is really used: otherwise these tests would hold a reader against itself.</summary>
    [Fact]
    public void Read_PlainLine_IsReadOnceTheSourceIsKnown()
    {
        var plain = new PlainEventReader(Now);
        Assert.Null(plain.Read(Bytes(Line)));

        plain.Learn(Bytes(Line), Reference(Line)!);

        Assert.Equal(Text(Reference(Line)), Text(plain.Read(Bytes(Line))));
        Assert.NotNull(plain.Read(Bytes(Line)));
    }

    [Theory]
    [InlineData("\"1.0\"", "\"0.3\"")]
    [InlineData("\"specversion\":\"1.0\",", "")]
    [InlineData("\"id\":\"7\"", "\"id\":7")]
    [InlineData("\"id\":\"7\"", "\"id\":\"\"")]
    [InlineData("\"id\":\"7\"", "\"id\":\"7\",\"id\":\"8\"")]
    [InlineData("\"HD-1\"", "\"HD-\\u0031\"")]
    [InlineData("\"HD-1\"", "\"HD-\\u0001\"")]
    [InlineData("\"HD-1\"", "\"HD-1\",\"subject\":\"HD-2\"")]
    [InlineData("\"/helpdesk/a\"", "\"/help desk/ä\"")]
    [InlineData("09:00:00Z", "09:00:00.1234567Z")]
    [InlineData("09:00:00Z", "09:00:00+01:00")]
    [InlineData("09:00:00Z", "09:00:60Z")]
    [InlineData("2026-03", "2027-03")]
    [InlineData("2026-03", "1999-03")]
    [InlineData("\"open\"", "\"opened\"")]
    [InlineData("\"open\"", "null")]
    [InlineData("\"status\":\"open\"", "\"createdAt\":\"2026-03-01T09:00:00Z\"")]
    [InlineData("\"status\":\"open\"", "\"createdAt\":\"2026-03-03T09:00:00Z\"")]
    [InlineData("\"status\":\"open\"", "\"unknown\":[1,{\"a\":2}]")]
    [InlineData("\"public\":true}", "\"public\":true},\"data\":{}")]
    [InlineData("\"public\":true}", "\"public\":true},\"datacontenttype\":\"application/json\"")]
    [InlineData("\"public\":true}", "\"public\":true},\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"")]
    [InlineData("ticket.updated", "ticket.nonsense")]
    [InlineData("ticket.updated", "ticket.dueAgreed")]
    [InlineData("}}", "}")]
    [InlineData("}}", "}} x")]
    public void Read_AnyLine_IsWhatTheOtherReaderReads(string old, string now)
    {
        var reader = new EventLineReader(Now);
        var line = Line.Replace(old, now, StringComparison.Ordinal);
        reader.Read(1, Bytes(Line));

        Assert.Equal(Text(Reference(line)), Text(reader.Read(2, Bytes(line)).Event));
        Assert.Equal(Text(Reference(line)), Text(reader.Read(3, Bytes(line)).Event));
    }

    /// <summary>Any byte of the line may be another, or missing.</summary>
    [Fact]
    public void Read_DamagedLine_IsWhatTheOtherReaderReads()
    {
        var reader = new EventLineReader(Now);
        reader.Read(1, Bytes(Line));
        Gen.Select(Gen.Int[0, Line.Length - 1], Gen.Char[' ', '~'], Gen.Bool).Sample((at, other, drops) =>
        {
            var line = drops ? Line.Remove(at, 1) : Line[..at] + other + Line[(at + 1)..];
            lock (reader) return Text(reader.Read(1, Bytes(line)).Event) == Text(Reference(line));
        });
    }

    private static TicketEvent? Reference(string line) =>
        new DeliveryReader(Now).Read("application/cloudevents+json", [], Bytes(line), Dialect.OfFiles).Events is [var read] ? read : null;

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line);

    private static string Text(TicketEvent? read) => read is null
        ? "none"
        : $"{read.TicketId} {read.Source} {read.Id} {read.Time} {read.Type} {read.TypeName} {read.TraceParent} "
            + $"{read.Change.CreatedAt} {read.Change.AgreedDue} "
            + JsonSerializer.Serialize(read.Change with { CreatedAt = null, AgreedDue = null });
}
