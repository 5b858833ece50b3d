using System.Buffers.Binary;
using NodaTime;
using SlaMonitor.Cli.Replaying.Parts;

namespace SlaMonitor.Cli.Replaying.Mails;

/// <summary>
/// The events of all tickets of which somebody may be told, in order of time. Mails to one person are grouped over all tickets, so these
/// have to be played together; each part of the events has a file of its own tickets' lines, in order, and the files are read side by side.
/// </summary>
internal static class ToldLines
{
    /// <summary>Time, number, whether it is the last of its ticket, and length.</summary>
    private const int HeadSize = sizeof(long) + sizeof(int) + 1 + sizeof(int);

    /// <summary>Writes those of one part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="told">The lines of its tickets of which somebody may be told.</param>
    /// <param name="to">Where they go.</param>
    public static void Write(ReplayedPart part, List<ToldPlace> told, string to)
    {
        if (told.Count == 0) return;

        told.Sort((x, y) => x.Time.CompareTo(y.Time) is not 0 and var byTime ? byTime : x.Place.Number.CompareTo(y.Place.Number));
        using var file = new BufferedStream(File.Create(to), 1 << 18);
        Span<byte> head = stackalloc byte[HeadSize];
        foreach (var (time, place, isLast) in told)
        {
            BinaryPrimitives.WriteInt64LittleEndian(head, time.ToUnixTimeTicks());
            BinaryPrimitives.WriteInt32LittleEndian(head[8..], place.Number);
            head[12] = isLast ? (byte)1 : (byte)0;
            BinaryPrimitives.WriteInt32LittleEndian(head[13..], place.Length);
            file.Write(head);
            file.Write(part.LineAt(place));
        }
    }

    /// <summary>The lines of several files in order of time.</summary>
    public static IEnumerable<ToldLine> Read(IEnumerable<string> paths)
    {
        var runs = new List<Run>();
        try
        {
            var next = new PriorityQueue<Run, (Instant Time, int Number)>();
            foreach (var path in paths)
            {
                var run = new Run(path);
                runs.Add(run);
                if (run.Advance()) next.Enqueue(run, (run.Current.Time, run.Current.Number));
            }

            while (next.TryDequeue(out var run, out _))
            {
                yield return run.Current;
                if (run.Advance()) next.Enqueue(run, (run.Current.Time, run.Current.Number));
            }
        }
        finally
        {
            foreach (var run in runs) run.Dispose();
        }
    }

    private sealed class Run(string path) : IDisposable
    {
        private readonly BufferedStream _file = new(File.OpenRead(path), 1 << 15);
        private readonly byte[] _head = new byte[HeadSize];
        private byte[] _line = new byte[1024];

        public ToldLine Current { get; private set; }

        public bool Advance()
        {
            if (_file.ReadAtLeast(_head, HeadSize, throwOnEndOfStream: false) < HeadSize) return false;

            var length = BinaryPrimitives.ReadInt32LittleEndian(_head.AsSpan(13));
            if (_line.Length < length) _line = new byte[length * 2];
            _file.ReadExactly(_line, 0, length);
            Current = new ToldLine(
                Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64LittleEndian(_head)),
                BinaryPrimitives.ReadInt32LittleEndian(_head.AsSpan(8)),
                _head[12] != 0,
                _line.AsMemory(0, length));
            return true;
        }

        public void Dispose() => _file.Dispose();
    }
}
