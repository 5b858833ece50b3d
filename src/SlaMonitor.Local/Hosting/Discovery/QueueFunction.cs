namespace SlaMonitor.Local.Hosting.Discovery;

/// <summary>A function that a queue's message starts.</summary>
internal sealed record QueueFunction(FunctionMethod Method, string Queue) : FunctionDefinition(Method);
