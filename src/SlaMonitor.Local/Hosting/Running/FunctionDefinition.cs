namespace SlaMonitor.Local.Hosting.Running;

/// <summary>A function of the app and what starts it.</summary>
internal abstract record FunctionDefinition(FunctionMethod Method)
{
    public string Name => Method.Name;
}
