using System.Text;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>What a helpdesk sends that means well.</summary>
internal static class OrdinaryEvent
{
    public static FuzzInput Make(int number)
    {
        var body = $$$"""
            {"specversion":"1.0","type":"ticket.created","source":"/ordinary","id":"{{{number}}}","subject":"O-{{{number}}}",
             "data":{"title":"Printer on fire","status":"closed"}}
            """;
        var head = $"POST /api/events HTTP/1.1\r\nHost: localhost\r\nx-functions-key: {RequestBytes.FunctionKey}\r\n"
            + $"Content-Type: application/cloudevents+json\r\nContent-Length: {body.Length}\r\n\r\n";
        return new FuzzInput("ordinary", Encoding.ASCII.GetBytes(head + body));
    }
}
