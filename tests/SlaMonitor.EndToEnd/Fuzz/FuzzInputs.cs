namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>Draws inputs, for all doors.</summary>
internal sealed class FuzzInputs(int seed) : IDisposable
{
    private readonly ReportInputs _reports = new();

    /// <summary>The verification key of delivery reports that the program is to have.</summary>
    public string PublicKey => _reports.PublicKey;

    /// <summary>The input with this index.</summary>
    public FuzzInput Make(int index)
    {
        var draw = new Draw(seed, index);
        return draw.Next(100) switch
        {
            < 30 => EventInputs.Make(draw),
            < 60 => WebhookInputs.Make(draw),
            < 70 => _reports.Make(draw),
            < 80 => LinkInputs.Make(draw),
            < 97 => RouteInputs.Make(draw),
            _ => BrokenInputs.Make(draw),
        };
    }

    public void Dispose() => _reports.Dispose();
}
