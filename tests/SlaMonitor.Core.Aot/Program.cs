using System.Runtime.CompilerServices;
using SlaMonitor.Core.Tests.Packaging;

// It says what the samples of the README say, where nothing is compiled while it runs.
if (RuntimeFeature.IsDynamicCodeSupported)
{
    Console.Error.WriteLine("error: this is not compiled ahead of time");
    return 1;
}

foreach (var line in ReadmeSamples.BusinessTime().Concat(ReadmeSamples.Clocks())) Console.WriteLine(line);
return 0;
