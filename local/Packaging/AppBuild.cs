namespace MonitoringReturns.Local.Packaging;

/// <summary>How the function app is built into its deployed layout.</summary>
public enum AppBuild
{
    /// <summary>Quick: runs on the .NET of this machine. For working and tests.</summary>
    Quick,

    /// <summary>Brings .NET along, compiled at run time: starts anywhere, slowly.</summary>
    SelfContained,

    /// <summary>What is deployed: brings .NET along, compiled ahead as one composite image. Takes minutes.</summary>
    Deployable,
}
