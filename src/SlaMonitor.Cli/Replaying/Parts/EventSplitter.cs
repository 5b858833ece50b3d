using System.Text.Json;
using NodaTime;
using SlaMonitor.CloudEvents;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>
/// Splits a file of events into parts, each of which has all events of its tickets. So the events may come in any order, and only as much
/// of them has to be in memory as is worked on.
/// </summary>
internal static class EventSplitter
{
    private const int BufferSize = 1 << 20;

    /// <summary>Splits.</summary>
    /// <param name="path">The file: JSON Lines.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="folder">Where the parts go.</param>
    /// <param name="now">The present: a line of the future is no event, and does not say when the history ends.</param>
    /// <param name="read">Hears how many bytes have been read, now and then.</param>
    /// <exception cref="IOException">The file cannot be read, or a part cannot be written.</exception>
    public static SplitEvents Split(string path, int parts, string folder, Instant now, Action<long> read)
    {
        var paths = Enumerable.Range(0, parts).Select(part => Path.Combine(folder, $"events-{part}")).ToList();
        var writers = paths.ConvertAll(part => new BufferedStream(File.Create(part), BufferSize));
        try
        {
            var number = 0;
            var seen = new Heading(now);
            Span<byte> head = stackalloc byte[NumberedLines.HeadSize];
            foreach (var line in Lines(path, read))
            {
                number++;
                if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;

                var ticket = seen.Read(line.Span);
                var writer = writers[(ticket & int.MaxValue) % parts];
                NumberedLines.WriteHead(head, number, line.Length, ticket);
                writer.Write(head);
                writer.Write(line.Span);
            }

            return new SplitEvents(paths, seen.First, seen.Last);
        }
        finally
        {
            foreach (var writer in writers) writer.Dispose();
        }
    }

    /// <summary>The lines of a file without their ends; each is valid until the next is asked for.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Lines(string path, Action<long> read)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[BufferSize];
        var (begin, end) = (0, 0);
        long total = 0;
        while (true)
        {
            var length = buffer.AsSpan(begin, end - begin).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(begin, length);
                begin += length + 1;
                continue;
            }

            buffer.AsSpan(begin, end - begin).CopyTo(buffer);
            (begin, end) = (0, end - begin);
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var more = file.Read(buffer, end, buffer.Length - end);
            if (more == 0) break;

            end += more;
            total += more;
            read(total);
        }

        if (end > 0) yield return buffer.AsMemory(0, end);
    }

    /// <summary>What a line is looked at for before it is read: its ticket, and when it happened.</summary>
    private sealed class Heading(Instant now)
    {
        private byte[] _subject = new byte[256];

        public Instant? First { get; private set; }

        public Instant? Last { get; private set; }

        /// <summary>
        /// A number that all events of a ticket share. A line without a ticket, or that is no JSON, is complained of by whoever reads it.
        /// </summary>
        public int Read(ReadOnlySpan<byte> line)
        {
            var (ticket, isNamed, isTimed) = (0, false, false);
            try
            {
                var json = new Utf8JsonReader(line);
                while (json.Read())
                {
                    // Most of a line is its data. A ticket that is named twice counts as it is named last.
                    if (isNamed && isTimed && line[(int)json.BytesConsumed..].IndexOf("\"subject\""u8) < 0) break;
                    if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;

                    var (isSubject, isTime) = (json.ValueTextEquals("subject"u8), json.ValueTextEquals("time"u8));
                    if (!json.Read()) break;
                    (isNamed, isTimed) = (isNamed || isSubject, isTimed || isTime);
                    if (isSubject && json.TokenType == JsonTokenType.String) ticket = HashOf(ref json);
                    else if (isTime && json.TokenType == JsonTokenType.String) NoteTime(ref json);
                    else json.Skip();
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Not JSON, or half a surrogate pair.
            }

            return ticket;
        }

        private int HashOf(ref Utf8JsonReader json)
        {
            if (_subject.Length < json.ValueSpan.Length) _subject = new byte[json.ValueSpan.Length * 2];
            var hash = default(HashCode);
            hash.AddBytes(_subject.AsSpan(0, json.CopyString(_subject)));
            return hash.ToHashCode();
        }

        private void NoteTime(ref Utf8JsonReader json)
        {
            if (!json.TryGetDateTimeOffset(out var time)) return;

            var at = Instant.FromDateTimeOffset(time);
            if (!EventRules.CanBeTrue(at, now)) return;

            if (First is null || at < First) First = at;
            if (Last is null || at > Last) Last = at;
        }
    }
}
