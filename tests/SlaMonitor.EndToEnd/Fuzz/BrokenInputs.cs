using System.Text;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What is no HTTP, or not all of it.</summary>
internal static class BrokenInputs
{
    public static FuzzInput Make(Draw draw)
    {
        var whole = RequestBytes.Input(
            draw, "broken HTTP", draw.From(["GET", "POST"]), $"/api/tickets/{draw.Ticket()}", [("Content-Type", draw.Strange())],
            draw.Bytes(draw.Next(300)));
        var bytes = (byte[])whole.Bytes.Clone();
        switch (draw.Next(5))
        {
            case 0:
                bytes = bytes[..draw.Next(bytes.Length)];
                break;
            case 1:
                bytes = draw.Bytes(1 + draw.Next(500));
                break;
            case 2:
                for (var times = 1 + draw.Next(5); times > 0; times--) bytes[draw.Next(bytes.Length)] = (byte)draw.Next(256);
                break;
            case 3:
                bytes = Encoding.UTF8.GetBytes(
                    $"GET / HTTP/{draw.Strange()}\r\n{draw.Strange()}\r\nContent-Length: {draw.Strange()}\r\n\r\n");
                break;
            default:
                bytes =
                [
                    .. "POST /api/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"u8,
                    .. Encoding.UTF8.GetBytes(draw.Strange()),
                ];
                break;
        }

        return whole with { Bytes = bytes, IsBroken = true };
    }
}
