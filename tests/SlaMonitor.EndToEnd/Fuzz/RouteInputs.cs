using System.Text;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>
/// Any address of the program with what nobody would ask it: strange ids, strange queries, other methods, bodies of bytes.
/// </summary>
internal static class RouteInputs
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"];
    private static readonly string[] Names = ["from", "at", "dryRun", "drain", "crc_token", "code", "Code", "c%6fde", "to", "x", ""];

    public static FuzzInput Make(Draw draw)
    {
        var route = draw.From(Route.All);
        var method = draw.OneIn(8) ? draw.From(Methods) : draw.From(route.Methods);
        var target = new StringBuilder(route.Fill(name => Value(draw, name)));
        if (draw.OneIn(30)) target.Append(draw.From(["/", "//", "/.", "/..", "%2F", ";x", "/x", "%00"]));
        for (var more = draw.OneIn(2) ? draw.Next(4) : 0; more > 0; more--)
            target.Append(target.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(Query(draw));

        var body = draw.OneIn(4) ? draw.Bytes(draw.Next(2_000)) : [];
        return RequestBytes.Input(draw, route.Template, method, target.ToString(), [], body);
    }

    private static string Value(Draw draw, string name)
    {
        var usual = name switch
        {
            "id" => draw.Ticket(),
            "number" => $"{draw.Next(40)}",
            "connection" => "glpi",
            _ => "x",
        };
        return draw.OneIn(20) ? draw.Strange() : Uri.EscapeDataString(draw.Usually(usual, 3));
    }

    /// <summary>Never one that moves the clock on: all the others are signed by it.</summary>
    private static string Query(Draw draw)
    {
        var name = draw.From(Names);
        return draw.OneIn(10) ? $"{name}={draw.Strange()}" : $"{name}={Uri.EscapeDataString(draw.Usually("1", 2))}";
    }
}
